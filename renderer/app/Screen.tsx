import { CharterScreen } from '../charter/CharterScreen.tsx';
import { DataScreen } from '../data/DataScreen.tsx';
import { HomeScreen } from '../home/HomeScreen.tsx';
import { LiftScreen } from '../lift/LiftScreen.tsx';
import type { Place } from '../parts/place.ts';
import { PlanScreen } from '../plan/PlanScreen.tsx';
import { ReportScreen } from '../report/ReportScreen.tsx';
import { RunScreen } from '../run/RunScreen.tsx';

/** The screen of a place. */
export function Screen({ place }: { readonly place: Place }) {
  switch (place) {
    case 'home':
      return <HomeScreen />;
    case 'charter':
      return <CharterScreen />;
    case 'data':
      return <DataScreen />;
    case 'plan':
      return <PlanScreen />;
    case 'run':
      return <RunScreen />;
    case 'lift':
      return <LiftScreen />;
    case 'report':
      return <ReportScreen />;
  }
}
