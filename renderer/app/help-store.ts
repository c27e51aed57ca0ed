/** Which help is shown. Main's menu, the keys and the shell all ask for it, so it lives outside the components. */
export type HelpTopic = 'none' | 'keys' | 'about';

let topic: HelpTopic = 'none';
const listeners = new Set<() => void>();

export const help = {
  topic: (): HelpTopic => topic,
  show(next: HelpTopic): void {
    topic = next;
    for (const listener of listeners) listener();
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};
