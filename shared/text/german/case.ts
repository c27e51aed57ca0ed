/** A sentence starts with a capital; within one, names keep theirs: German nouns have it everywhere. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
