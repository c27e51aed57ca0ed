/**
 * The place where `f` crosses zero between `low` and `high`, by Brent's method
 * (R. P. Brent, Algorithms for Minimization without Derivatives, 1973), down to
 * the spacing of floating-point numbers. `f` must have opposite signs (or a
 * zero) at the two ends; when it has not, the end with the smaller |f| is returned.
 */
export function root(f: (x: number) => number, low: number, high: number): number {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (fa > 0 === fb > 0) return Math.abs(fa) < Math.abs(fb) ? a : b;
  let c = a;
  let fc = fa;
  let d = b - a;
  let e = d;
  for (let step = 0; step < 300; step++) {
    if (fb > 0 === fc > 0) {
      c = a;
      fc = fa;
      d = b - a;
      e = d;
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      a = b;
      b = c;
      c = a;
      fa = fb;
      fb = fc;
      fc = fa;
    }
    const tolerance = 2 * Number.EPSILON * Math.abs(b);
    const middle = (c - b) / 2;
    if (Math.abs(middle) <= tolerance || fb === 0) return b;
    if (Math.abs(e) >= tolerance && Math.abs(fa) > Math.abs(fb)) {
      const step = interpolate(a, b, c, fa, fb, fc, middle);
      const inside =
        step > 0 === middle > 0 && Math.abs(2 * step) < Math.min(3 * Math.abs(middle) - tolerance, Math.abs(e));
      if (inside) {
        e = d;
        d = step;
      } else {
        d = middle;
        e = middle;
      }
    } else {
      d = middle;
      e = middle;
    }
    a = b;
    fa = fb;
    b += Math.abs(d) > tolerance ? d : middle > 0 ? tolerance : -tolerance;
    if (b === a) return b;
    fb = f(b);
  }
  return b;
}

function interpolate(a: number, b: number, c: number, fa: number, fb: number, fc: number, middle: number): number {
  const s = fb / fa;
  if (a === c) return (-2 * middle * s) / (1 - s);
  const q = fa / fc;
  const r = fb / fc;
  const p = s * (2 * middle * q * (q - r) - (b - a) * (r - 1));
  const divisor = -(q - 1) * (r - 1) * (s - 1);
  return p / divisor;
}
