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
  benjaminiHochberg: {
    name: 'Benjamini and Hochberg’s correction',
    text: 'Keeps the expected share of false alarms among the findings at the stated level; used for what explores.',
    source:
      'Benjamini Y, Hochberg Y (1995). Controlling the false discovery rate. Journal of the Royal Statistical Society B 57, 289–300.',
  },
  fisher: {
    name: 'Fisher’s exact test',
    text: 'Beside the score test where few conversions are expected; nothing is rolled out unless it agrees.',
    source: 'Fisher RA (1935). The logic of inductive inference. Journal of the Royal Statistical Society 98, 39–82.',
  },
  cuped: {
    name: 'Adjusting for what was known before',
    text: 'Takes out of the outcome what could be foretold from before the start. It makes intervals narrower and shifts nothing.',
    source:
      'Deng A, Xu Y, Kohavi R, Walker T (2013). Improving the sensitivity of online controlled experiments by utilizing pre-experiment data. WSDM ’13, 123–132.',
  },
  compliers: {
    name: 'Effect on those who were reached',
    text: 'The difference of the arms as assigned, divided by how many more were reached in the treatment; its interval is Fieller’s.',
    source:
      'Angrist JD, Imbens GW, Rubin DB (1996). Identification of causal effects using instrumental variables. Journal of the American Statistical Association 91, 444–455.',
  },
  balance: {
    name: 'Balance before the start',
    text: 'Standardised differences of what was known before anything happened.',
    source:
      'Austin PC (2009). Balance diagnostics for comparing the distribution of baseline covariates between treatment groups. Statistics in Medicine 28, 3083–3107.',
  },
  shrinkage: {
    name: 'From lift to money',
    text: 'The lift is drawn toward no effect by a normal prior before money is reckoned, since a lift that was picked for its size is on average too large; then lift and assumptions are varied together in 10,000 seeded draws.',
    source:
      'Gelman A, Carlin J (2014). Beyond power calculations: assessing type S (sign) and type M (magnitude) errors. Perspectives on Psychological Science 9, 641–651.',
  },
  power: {
    name: 'Customers needed',
    text: 'The sample that sees a lift of the stated size with a chance of 80 %, for one look at the end.',
    source: 'Cohen J (1988). Statistical power analysis for the behavioral sciences, second edition.',
  },
  segments: {
    name: 'Lift by group',
    text: 'Cochran’s Q asks whether the groups’ lifts differ by more than chance. Each lift is then drawn toward their mean by as much as it is unsure, since the largest of several is on average too large.',
    source:
      'Cochran WG (1954). The combination of estimates from different experiments. Biometrics 10, 101–129; DerSimonian R, Laird N (1986). Meta-analysis in clinical trials. Controlled Clinical Trials 7, 177–188; Raudenbush SW, Bryk AS (1985). Empirical Bayes meta-analysis. Journal of Educational Statistics 10, 75–98.',
  },
  cluster: {
    name: 'Whole clusters assigned',
    text: 'Customers of one household or store are alike, and got the same arm. The error takes that into account by cluster, with degrees of freedom for few clusters; under 10 an arm nothing is said.',
    source:
      'Bell RM, McCaffrey DF (2002). Bias reduction in standard errors for linear regression with multi-stage samples. Survey Methodology 28, 169–181; Pustejovsky JE, Tipton E (2018). Small-sample methods for cluster-robust variance estimation. Journal of Business & Economic Statistics 36, 672–683.',
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
