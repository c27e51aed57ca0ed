const apple = navigator.userAgent.includes('Mac');

const names: Readonly<Record<string, string>> = apple
  ? { mod: '⌘', shift: '⇧', alt: '⌥' }
  : { mod: 'Ctrl', shift: 'Shift', alt: 'Alt' };

/** "mod+K" as people know it here: "⌘K" on Apple's systems, "Ctrl+K" elsewhere. */
export function keyNames(keys: string): string {
  return keys
    .split('+')
    .map((key) => names[key] ?? key)
    .join(apple ? '' : '+');
}
