/** Titles, captions and spoken descriptions of the report's pictures. */
export const chart = {
  betterAlways: (metric: string, arm: string) => `${metric}: better with ${arm} in every period`,
  betterNever: (metric: string, arm: string) => `${metric}: not better with ${arm} in any period`,
  betterSometimes: (metric: string, arm: string, better: string, all: string) =>
    `${metric}: better with ${arm} in ${better} of ${all} periods`,
  notApart: (metric: string) => `${metric}: these data do not tell the arms apart`,
  broken: (metric: string) => `${metric}, as measured; the arms cannot be compared`,
  armValue: (arm: string, value: string) => `${arm} ${value}`,
  armsTitle: (metric: string, arms: readonly string[]) => `${metric}: ${arms.join(', ')}`,
  periodCaption: (metric: string, level: string) =>
    `${metric}, by the day on which the customers’ time was up, each with its ${level} interval.`,
  armsCaption: (metric: string, level: string) => `${metric}, each arm with its ${level} interval.`,
  groupAlt: (label: string, points: readonly string[]) => `${label}: ${points.join('; ')}.`,
  pointAlt: (arm: string, value: string, range: string) => `${arm} ${value} (${range})`,
  armsTable: (metric: string) => `${metric}: the figures behind the picture`,
  courseBetter: 'The interval has come to lie on the better side of zero',
  courseWorse: 'The interval has come to lie on the worse side of zero',
  courseUnclear: 'The interval still reaches across zero',
  courseAxis: { rate: 'percentage points', money: 'money a customer', number: 'difference' },
  courseCaption: (metric: string, arm: string, level: string, kind: 'fixed' | 'always-valid' | 'planned') =>
    `${metric}, ${arm} − control. Band: ${level} interval${courseRight[kind]} Dashed: the threshold in the plan.`,
  courseAlt: (from: string, to: string, estimate: string, range: string) =>
    `From ${from} to ${to}. At the end the difference is ${estimate}, with an interval of ${range}.`,
  courseTable: (metric: string, arm: string, days: string) =>
    `${metric}, ${arm} against control, as it stood on ${days} days`,
  threshold: (value: string) => `threshold ${value}`,
  columns: {
    period: 'Group',
    until: 'Until',
    arm: 'Arm',
    customers: 'Customers',
    interval: (level: string) => `${level} interval`,
  },
};

const courseRight = {
  fixed: ', right for one look.',
  'always-valid': ' that stays right however often one looks.',
  planned: ' by the bound of each planned look.',
};
