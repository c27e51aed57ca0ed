import { describe, expect, it } from 'vitest';
import { formatter } from '#shared/format/formatter.ts';
import { armInterval } from '#shared/report/chart/arm-interval.ts';
import { armsChart } from '#shared/report/chart/arms-chart.ts';
import { axisOver, tickDigits } from '#shared/report/chart/axis.ts';
import { courseChart } from '#shared/report/chart/course-chart.ts';
import { intervalPicture, scaleFor } from '#shared/report/chart/interval-picture.ts';
import { periodsOf } from '#shared/report/chart/period.ts';
import { english } from '#shared/text/english/index.ts';
import { stories } from '../stories.ts';

const format = formatter({ locale: 'en-US', timeZone: 'UTC', currency: 'USD' });
const recovered = stories.win.lift.metrics[0]!;

describe('axisOver', () => {
  it('holds every value between round ticks that include both ends of the scale', () => {
    for (const values of [
      [0, 0.146],
      [-0.021, 0.43],
      [0, 12_418],
      [0.0001, 0.00037],
      [-3, -1],
      [5, 5],
      [0, 0],
    ]) {
      const axis = axisOver(values, '', String);
      expect(axis.min).toBeLessThanOrEqual(Math.min(...values));
      expect(axis.max).toBeGreaterThanOrEqual(Math.max(...values));
      expect([axis.ticks[0]?.value, axis.ticks.at(-1)?.value]).toEqual([axis.min, axis.max]);
      expect(axis.ticks.length).toBeGreaterThanOrEqual(2);
      expect(axis.ticks.length).toBeLessThanOrEqual(7);
    }
  });

  it('writes neighbouring ticks so that they can be told apart', () => {
    expect([tickDigits(5), tickDigits(0.5), tickDigits(0.02)]).toEqual([0, 1, 2]);
  });
});

describe('armInterval', () => {
  it('is Wilson’s for a rate, as R’s prop.test(x, n, correct = FALSE) gives it', () => {
    const { lower, upper } = armInterval({ kind: 'rate', n: 100, x: 10 }, 0.95);
    expect(lower).toBeCloseTo(0.05522913706, 10);
    expect(upper).toBeCloseTo(0.1743656615, 10);
  });

  it('is Student’s for a mean', () => {
    const { lower, upper } = armInterval({ kind: 'mean', n: 10, mean: 5, sd: 2 }, 0.95);
    expect(lower).toBeCloseTo(5 - (2.262157163 * 2) / Math.sqrt(10), 8);
    expect(upper).toBeCloseTo(5 + (2.262157163 * 2) / Math.sqrt(10), 8);
  });

  it('does not exist without a spread', () => {
    expect(armInterval({ kind: 'mean', n: 10, mean: 5, sd: null }, 0.95)).toEqual({ lower: null, upper: null });
    expect(armInterval({ kind: 'mean', n: 1, mean: 5, sd: 0 }, 0.95)).toEqual({ lower: null, upper: null });
  });
});

describe('periodsOf', () => {
  it('cuts the course into cohorts that add up to everyone analysed', () => {
    const periods = periodsOf(recovered);
    expect(periods.length).toBeGreaterThan(1);
    const [control, treatment] = recovered.arms;
    const total = (of: 'control' | 'treatment', what: 'n' | 'x') =>
      periods.reduce((all, one) => all + one[of][what], 0);
    expect([total('control', 'n'), total('treatment', 'n')]).toEqual([control?.n, treatment?.n]);
    expect([total('control', 'x'), total('treatment', 'x')]).toEqual([control?.x, treatment?.x]);
  });

  it('does not cut what is no conversion, what has one point, or counts that run backwards', () => {
    expect(periodsOf({ ...recovered, kind: 'sum' })).toEqual([]);
    expect(periodsOf({ ...recovered, course: recovered.course.slice(0, 1) })).toEqual([]);
    expect(periodsOf({ ...recovered, course: [...recovered.course].reverse() })).toEqual([]);
  });
});

describe('armsChart', () => {
  it('draws by period with both arms, and says in its title what is seen', () => {
    const chart = armsChart([recovered], 'comparable', format, english)!;
    expect(chart.groups.every((group) => group.points.map((point) => point.role).join() === 'control,treatment')).toBe(
      true,
    );
    expect(chart.title).toBe('Recovered carts: better with reminder in every period');
    expect(chart.axis.min).toBe(0);
  });

  it('draws by arm where there is no course, each treatment once beside one control', () => {
    const mens = {
      ...recovered,
      treatment: 'mens',
      course: [],
      arms: [recovered.arms[0]!, { ...recovered.arms[1]!, id: 'mens' }],
    };
    const womens = {
      ...mens,
      treatment: 'womens',
      arms: [recovered.arms[0]!, { ...recovered.arms[1]!, id: 'womens' }],
    };
    const chart = armsChart([mens, womens], 'comparable', format, english)!;
    expect(chart.groups.map((group) => group.label)).toEqual(['control', 'mens', 'womens']);
    expect(chart.title.replaceAll('\u00a0', ' ')).toBe('Recovered carts: control 11.5 %, mens 14.6 %, womens 14.6 %');
  });

  it('says nothing of better or worse when the split is broken', () => {
    expect(armsChart([recovered], 'broken', format, english)?.title).not.toMatch(/better/);
  });

  it('is not drawn when no arm has a value', () => {
    const empty = { ...recovered, course: [], arms: recovered.arms.map((arm) => ({ ...arm, mean: null })) };
    expect(armsChart([empty], 'comparable', format, english)).toBeNull();
  });
});

describe('courseChart', () => {
  it('turns the plan’s relative threshold into the metric’s own unit', () => {
    const chart = courseChart(recovered, 0.1, format, english)!;
    expect(chart.threshold?.value).toBeCloseTo(0.1 * recovered.arms[0]!.mean!, 12);
    expect(chart.threshold?.text.replaceAll('\u00a0', ' ')).toBe('threshold +1.1 points');
    expect(courseChart({ ...recovered, better: 'lower' }, 0.1, format, english)?.threshold?.value).toBeLessThan(0);
  });

  it('does not let a wide first interval squeeze the rest flat', () => {
    const [first, ...rest] = recovered.course;
    const wide = { ...first!, absolute: { estimate: 0.03, lower: -5, upper: 5 } };
    const chart = courseChart({ ...recovered, course: [wide, ...rest] }, null, format, english)!;
    expect(chart.axis.max).toBeLessThan(0.2);
    expect(chart.points[0]?.upper).toBe(5);
  });

  it('is not drawn where the interval is withheld or there is one point', () => {
    expect(courseChart({ ...recovered, withheld: 'Too few.' }, 0.1, format, english)).toBeNull();
    expect(courseChart({ ...recovered, course: recovered.course.slice(0, 1) }, 0.1, format, english)).toBeNull();
  });
});

describe('intervalPicture', () => {
  it('shares one scale that holds zero, and cuts what would squeeze the others', () => {
    const near = { estimate: 0.1, lower: 0.05, upper: 0.15 };
    const far = { estimate: 2, lower: -30, upper: 40 };
    const scale = scaleFor([near, far], [])!;
    expect(scale.min).toBeLessThan(0);
    expect(scale.max).toBeLessThan(2);
    expect(intervalPicture(near, scale, null, 'treatment')).toMatchObject({ estimate: 0.1, lower: 0.05 });
    expect(intervalPicture({ estimate: null, lower: null, upper: null }, scale, null, 'treatment')).toBeNull();
    expect(scaleFor([], [])).toBeNull();
  });
});
