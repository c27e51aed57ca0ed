import { createContext, useContext } from 'react';
import type { Step } from '#shared/api/summary.ts';

/** Where the user is: at home, or on a step of the open pilot's journey. */
export type Place = 'home' | Step;

export type Places = { readonly place: Place; readonly go: (place: Place) => void };

export const PlaceContext = createContext<Places>({ place: 'home', go: () => undefined });

/** Where we are, and the way to elsewhere: `go('plan')`. */
export function usePlace(): Places {
  return useContext(PlaceContext);
}
