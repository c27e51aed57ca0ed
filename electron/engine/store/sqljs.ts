import { createRequire } from 'node:module';
import type { SqlJsStatic } from 'sql.js';
import initSqlJs from 'sql.js';

const require = createRequire(import.meta.url);

/** Where the database code lies; also handed to the thread that checks a file's integrity. */
export const sqlJsPaths = {
  script: require.resolve('sql.js'),
  wasm: require.resolve('sql.js/dist/sql-wasm.wasm'),
};

let loading: Promise<SqlJsStatic> | null = null;

/** SQLite compiled to WebAssembly, loaded once a process. */
export function loadSqlJs(): Promise<SqlJsStatic> {
  loading ??= initSqlJs({ locateFile: () => sqlJsPaths.wasm });
  return loading;
}
