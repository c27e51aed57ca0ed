/** The few words that stand inside figures; the shape is that of shared/format. */
export const figures = {
  point: 'point',
  points: 'points',
  range: (lower: string, upper: string) => `${lower} to ${upper}`,
  noLowerLimit: (upper: string) => `up to ${upper}, no lower limit`,
  noUpperLimit: (lower: string) => `from ${lower}, no upper limit`,
};
