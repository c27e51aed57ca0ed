import type { Severity } from '../../lift/lift-result.ts';
import { type Markup, markup } from './markup.ts';

const PATH: Record<Severity, string> = {
  ok: 'M2 7.5L5.5 11L12 3.5',
  note: 'M7 3.2V3.4M7 6V11.2',
  warning: 'M7 2.5V8.4M7 11.2V11.4',
  fail: 'M3 3L11 11M11 3L3 11',
};

/** A sign beside a check's finding: told apart by shape, and the word stands beside it. */
export function severityMark(severity: Severity): Markup {
  return markup`<svg viewBox="0 0 14 14" width="12" height="12" aria-hidden="true" focusable="false"><path d="${PATH[severity]}" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}
