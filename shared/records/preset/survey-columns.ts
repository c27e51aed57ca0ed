import type { ColumnTarget, Mapping } from '../mapping.ts';
import { suggestMapping } from '../suggest-mapping.ts';
import { type Export, present } from './preset.ts';

/** What a survey has once for each answer; a question must not be taken for it. */
const ONCE = new Set<ColumnTarget['to']>(['at', 'reference', 'channel', 'arm']);

/**
 * The mapping of a survey tool's answers: its own columns are `known`, and what the questions' columns are is read
 * from what stands in them. Without anybody's address each answer is a customer of its own.
 */
export function surveyMapping(file: Export, known: Readonly<Record<string, ColumnTarget>>, rowKey: string): Mapping {
  const guessed = suggestMapping(
    file.names.map((name) => file.profile(name)!),
    'feedback',
  ).mapping;
  const questions = Object.entries(guessed.columns).map(([name, target]): [string, ColumnTarget] => [
    name,
    ONCE.has(target.to) ? { to: 'property', name } : target,
  ]);
  const columns = { ...Object.fromEntries(questions), ...present(file, known) };
  const targets = Object.entries(columns);
  const namesSomebody = targets.some(([name, { to }]) => to === 'identity' && file.profile(name)!.filled > 0);
  const asksNps = targets.some(([, target]) => target.to === 'score' && target.question === 'nps');
  return {
    kind: 'feedback',
    feedback: asksNps ? 'nps' : 'survey',
    ...(namesSomebody ? {} : { identity: 'row' as const }),
    columns,
    rowKey: [rowKey],
  };
}
