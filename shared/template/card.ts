import { z } from 'zod';

/** A pain-point template as people choose it. */
export const templateCard = z.object({
  id: z.string(),
  name: z.string(),
  pain: z.string(),
  intervention: z.string(),
  primaryMetric: z.string(),
});
export type TemplateCard = z.infer<typeof templateCard>;
