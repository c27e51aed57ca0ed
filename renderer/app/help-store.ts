import { createStore } from '../api/store.ts';

/** Which help is shown. Main's menu, the keys and the shell all ask for it, so it lives outside the components. */
export type HelpTopic = 'none' | 'keys' | 'about';

export const help = createStore<HelpTopic>('none');
