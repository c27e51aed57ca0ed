import type { Arm, Intervention, Plan } from '#shared/plan/plan.ts';

/** An intervention nobody has described yet. */
export const blankIntervention: Intervention = { channel: 'email', message: '' };

/** A name no arm or metric has yet: "treatment-2". */
export function freeId(taken: readonly string[], stem: string): string {
  const number = Array.from({ length: taken.length + 2 }, (_, i) => i + 1).find((n) => !taken.includes(`${stem}-${n}`));
  return `${stem}-${number ?? taken.length + 1}`;
}

/** The plan with one arm changed; whatever refers to it by its id follows. */
export function withArm(plan: Plan, index: number, next: Arm): Plan {
  const before = plan.arms[index]?.id;
  const arms = plan.arms.map((arm, i) => (i === index ? next : arm));
  if (before === next.id || plan.allocation.method !== 'imported') return { ...plan, arms };
  const from = Object.entries(plan.allocation.from).map(([value, id]) => [value, id === before ? next.id : id]);
  return { ...plan, arms, allocation: { ...plan.allocation, from: Object.fromEntries(from) } };
}

/** The plan without one arm, and without the imported values that named it. */
export function withoutArm(plan: Plan, index: number): Plan {
  const gone = plan.arms[index]?.id;
  const arms = plan.arms.filter((_, i) => i !== index);
  if (plan.allocation.method !== 'imported') return { ...plan, arms };
  const from = Object.fromEntries(Object.entries(plan.allocation.from).filter(([, id]) => id !== gone));
  return { ...plan, arms, allocation: { ...plan.allocation, from } };
}

export function withNewArm(plan: Plan): Plan {
  const id = freeId(
    plan.arms.map((arm) => arm.id),
    'treatment',
  );
  return { ...plan, arms: [...plan.arms, { id, role: 'treatment', weight: 1, intervention: blankIntervention }] };
}
