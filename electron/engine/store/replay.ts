import type { Connection } from './connection.ts';
import type { Change } from './log-format.ts';

/**
 * Runs logged changes again, each in its transaction. `done` of them hold. A last change that SQLite refuses at its
 * commit was refused so the first time and never acknowledged; any other failure means that the log does not fit.
 */
export function replay(connection: Connection, changes: readonly Change[]): { done: number; problem: string | null } {
  for (const [index, change] of changes.entries()) {
    let ran = false;
    connection.begin();
    try {
      for (const { sql, params } of change.entries) connection.run(sql, params);
      ran = true;
      connection.commit();
    } catch (error) {
      connection.rollback();
      if (ran && index === changes.length - 1) return { done: index, problem: null };
      const why = error instanceof Error ? error.message : String(error);
      return { done: index, problem: `Change ${index + 1} of its log ("${change.name}") does not fit it: ${why}` };
    }
  }
  return { done: changes.length, problem: null };
}
