/** What the made-up shop's pilot turns out to be. */
export const stories = ['win', 'none', 'broken', 'harm', 'small'] as const;
export type Story = (typeof stories)[number];

/** Whether a word names a story. */
export function isStory(word: string): word is Story {
  return stories.some((story) => story === word);
}

export type SampleArm = 'control' | 'treatment';

/** How well a customer knows the shop; it drives how often a cart is recovered, with and without a reminder. */
export const familiarity = ['new', 'returning', 'loyal'] as const;
export type Familiarity = (typeof familiarity)[number];

/** Customers in a hundred. Whole numbers, here and below, so that the planted means are exact. */
export const familiarityPercent: Readonly<Record<Familiarity, number>> = { new: 40, returning: 35, loyal: 25 };

type Recovery = Readonly<Record<Familiarity, number>>;

export type Effect = {
  /** Carts recovered within the window, in a thousand customers. */
  readonly recoveredPerThousand: Readonly<Record<SampleArm, Recovery>>;
  /** Customers who leave the list within the window, in ten thousand. */
  readonly unsubscribedPerTenThousand: Readonly<Record<SampleArm, number>>;
  /** Days of the pilot, counted from 0, on which the mail tool lost the reminders and their log; null: none. */
  readonly lostDays: { readonly from: number; readonly to: number } | null;
  readonly defaultCustomers: number;
};

const unaided: Recovery = { new: 80, returning: 120, loyal: 164 };
const reminded: Recovery = { new: 110, returning: 150, loyal: 198 };

const win: Effect = {
  recoveredPerThousand: { control: unaided, treatment: reminded },
  unsubscribedPerTenThousand: { control: 25, treatment: 30 },
  lostDays: null,
  defaultCustomers: 12_000,
};

export const effects: Readonly<Record<Story, Effect>> = {
  win,
  none: {
    ...win,
    recoveredPerThousand: { control: unaided, treatment: unaided },
    unsubscribedPerTenThousand: { control: 25, treatment: 25 },
  },
  broken: { ...win, lostDays: { from: 25, to: 31 } },
  harm: { ...win, unsubscribedPerTenThousand: { control: 25, treatment: 175 } },
  small: { ...win, defaultCustomers: 240 },
};
