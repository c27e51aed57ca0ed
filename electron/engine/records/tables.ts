/** The tables whose rows stand for something that came in: each has customer, identity, source and line. */
export const RECORD_TABLES = ['activity', 'trait', 'feedback', 'arm_named'] as const;
