import { createContext, type ReactNode } from 'react';

/** What the shell lends every page's top line: where we are, and the tools that are the same everywhere. */
export type PageFrame = { readonly crumbs: readonly string[]; readonly tools: ReactNode };

export const PageFrameContext = createContext<PageFrame>({ crumbs: [], tools: null });
