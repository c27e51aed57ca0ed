/** How grave a check's finding is. */
export const check = {
  severity: { ok: 'Bestanden', note: 'Hinweis', warning: 'Warnung', fail: 'Nicht bestanden' },
};
