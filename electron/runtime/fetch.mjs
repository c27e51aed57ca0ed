import { ensureSystemPackages } from './debian.mjs';
import { ensureElectron } from './electron.mjs';
import { say } from './place.mjs';

// Gets ready whatever a window needs and prints the path of the Electron executable.
try {
  ensureSystemPackages();
  process.stdout.write(`${await ensureElectron()}\n`);
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
