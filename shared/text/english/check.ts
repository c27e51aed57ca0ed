/** How grave a check's finding is. */
export const check = {
  severity: { ok: 'Passed', note: 'Note', warning: 'Warning', fail: 'Failed' },
};
