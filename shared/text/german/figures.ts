/** The few words that stand inside figures; the shape is that of shared/format. */
export const figures = {
  point: 'Punkt',
  points: 'Punkte',
  range: (lower: string, upper: string) => `${lower} bis ${upper}`,
  noLowerLimit: (upper: string) => `bis ${upper}, nach unten ohne Grenze`,
  noUpperLimit: (lower: string) => `ab ${lower}, nach oben ohne Grenze`,
};
