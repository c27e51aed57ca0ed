import type { Charter } from '../charter/charter.ts';
import type { Plan } from '../plan/plan.ts';
import type { TemplateCard } from './card.ts';

/** A pilot ready made for one pain point: what people choose it by, and the charter and plan it starts with. */
export type Template = { readonly card: TemplateCard; readonly charter: Charter; readonly plan: Plan };
