/** The methods a report may name: what each does, in a sentence, and where it comes from. */
export const method = {
  mee: {
    name: 'Score interval for a difference of rates',
    text: 'All differences that the pooled score test would not reject. It holds where rates are small, unlike the textbook formula.',
    source: 'Mee RW (1984). Confidence bounds for the difference between two probabilities. Biometrics 40, 1175–1176.',
  },
  koopman: {
    name: 'Score interval for a ratio of rates',
    text: 'The same for the lift: all ratios that the score test would not reject.',
    source:
      'Koopman PAR (1984). Confidence intervals for the ratio of two binomial proportions. Biometrics 40, 513–517.',
  },
  welch: {
    name: 'Welch’s interval for a difference of means',
    text: 'Each arm keeps its own variance.',
    source:
      'Welch BL (1947). The generalization of “Student’s” problem when several different population variances are involved. Biometrika 34, 28–35.',
  },
  fieller: {
    name: 'Fieller’s interval for a ratio of means',
    text: 'The lift of a mean. Where the control is too near zero it has no end on one side, and that is said.',
    source:
      'Fieller EC (1954). Some problems in interval estimation. Journal of the Royal Statistical Society B 16, 175–185.',
  },
  delta: {
    name: 'Delta method for a ratio of totals',
    text: 'Takes into account that both totals come from the same customers.',
    source: 'Deng A, Knoblich U, Lu J (2018). Applying the delta method in metric analytics. KDD ’18, 233–242.',
  },
  alwaysValid: {
    name: 'Asymptotic confidence sequence',
    text: 'An interval that stays right however often one looks. It is wider than one for a single look; that is the price of looking.',
    source:
      'Waudby-Smith I, Arbour D, Sinha R, Kennedy EH, Ramdas A (2021). Time-uniform central limit theory and asymptotic confidence sequences. arXiv:2103.06476.',
  },
  plannedLooks: {
    name: 'Planned looks',
    text: 'The looks and their days were fixed when the plan was sealed. Each spends a part of the false-alarm chance, little at first and the rest at the last, by the share of the planned customers analysed; nothing is shown between.',
    source:
      'Lan KKG, DeMets DL (1983). Discrete sequential boundaries for clinical trials. Biometrika 70, 659–663; O’Brien PC, Fleming TR (1979). A multiple testing procedure for clinical trials. Biometrics 35, 549–556; Jennison C, Turnbull BW (2000). Group sequential methods with applications to clinical trials, section 3.8.',
  },
  nonInferiority: {
    name: 'Non-inferiority of guardrails',
    text: 'A guardrail passes when a harm as large as its margin can be ruled out, one-sided at 0.025; for rates with the variance under that margin.',
    source:
      'Farrington CP, Manning G (1990). Test statistics and sample size formulae for comparative binomial trials with null hypothesis of non-zero risk difference or non-unity relative risk. Statistics in Medicine 9, 1447–1454.',
  },
  holm: {
    name: 'Holm’s correction',
    text: 'Keeps the chance of any false alarm among the primary comparisons at the stated level.',
    source:
      'Holm S (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6, 65–70.',
  },
  srm: {
    name: 'Sample-ratio mismatch',
    text: 'A chi-square test of the sizes of the arms against the plan. Arms that differ in size more than chance allows make every comparison doubtful; below p = 0.001 the verdict is invalid.',
    source:
      'Fabijan A and others (2019). Diagnosing sample ratio mismatch in online controlled experiments. KDD ’19, 2156–2164.',
  },
  wilson: {
    name: 'Interval of one arm in the pictures',
    text: 'Wilson’s score interval for a rate, Student’s for a mean. Two arms whose intervals overlap may still differ: the interval of the difference decides.',
    source:
      'Wilson EB (1927). Probable inference, the law of succession, and statistical inference. Journal of the American Statistical Association 22, 209–212.',
  },
  consort: {
    name: 'Participant flow and intention to treat',
    text: 'Everyone assigned is counted, with what became of them; arms are compared as assigned.',
    source: 'Schulz KF, Altman DG, Moher D (2010). CONSORT 2010 statement. BMJ 340, c332.',
  },
  tidier: {
    name: 'Description of the intervention',
    text: 'What was done is told so that others can repeat it.',
    source:
      'Hoffmann TC and others (2014). Better reporting of interventions: template for intervention description and replication (TIDieR) checklist and guide. BMJ 348, g1687.',
  },
};
