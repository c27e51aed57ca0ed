import { abandonedCart } from './abandoned-cart.ts';
import { lapsedCustomer } from './lapsed-customer.ts';
import { onboardingCall } from './onboarding-call.ts';
import { serviceFailure } from './service-failure.ts';
import { silentComplaint } from './silent-complaint.ts';
import type { Template } from './template.ts';
import { upsellOffer } from './upsell-offer.ts';

export type { Template } from './template.ts';

/** The pain points that come ready made, in the order people are shown them. */
export const templates: readonly Template[] = [
  abandonedCart,
  silentComplaint,
  serviceFailure,
  lapsedCustomer,
  upsellOffer,
  onboardingCall,
];

/** The template of an id, or undefined. */
export function templateById(id: string): Template | undefined {
  return templates.find((template) => template.card.id === id);
}
