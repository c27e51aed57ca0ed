/** The few words that stand inside figures. A catalogue brings its own; figures follow the locale, words the language. */
export type FigureWords = {
  /** Percentage points: "+3.1 points"; a plain 1 is "1 point". */
  readonly point: string;
  readonly points: string;
  /** Both ends are finished figures: "+12 to +43 %". */
  readonly range: (lower: string, upper: string) => string;
  readonly noLowerLimit: (upper: string) => string;
  readonly noUpperLimit: (lower: string) => string;
};

export const ENGLISH_FIGURE_WORDS: FigureWords = {
  point: 'point',
  points: 'points',
  range: (lower, upper) => `${lower} to ${upper}`,
  noLowerLimit: (upper) => `up to ${upper}, no lower limit`,
  noUpperLimit: (lower) => `from ${lower}, no upper limit`,
};
