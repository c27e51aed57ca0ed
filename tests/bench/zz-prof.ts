import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { liftOf } from '../../electron/engine/lift/look.ts';
import { knownTemplate, newPilot } from '../../electron/engine/pilot/create.ts';
import { fillPilot } from './lift-pilot.ts';

const AS_OF = Date.UTC(2026, 9, 1);
const folder = mkdtempSync('/tmp/l2/b-');
const file = await newPilot(join(folder, 'bench.pilot'), knownTemplate('abandoned-cart'), '', 0);
await fillPilot(file, Number(process.argv[2] ?? 1_000_000));
const t = () => {
  const c = process.cpuUsage();
  return [performance.now(), (c.user + c.system) / 1000] as const;
};
const session = new Session();
session.connect();
const first = process.argv[4] === 'first';
await session.post('Profiler.enable');
await session.post('Profiler.setSamplingInterval', { interval: 500 });
const timed = (name: string) => {
  const [a, b] = t();
  const r = liftOf(file.read, AS_OF, 1);
  const [c, d] = t();
  console.log(name, (c - a).toFixed(0), 'ms', (d - b).toFixed(0), 'cpu');
  return r;
};
if (first) await session.post('Profiler.start');
let r = timed('first');
if (first) {
  const { profile } = await session.post('Profiler.stop');
  writeFileSync('/tmp/l2/first.cpuprofile', JSON.stringify(profile));
}
for (let i = 0; i < 3; i++) r = timed('kept');
if (!first) {
  await session.post('Profiler.start');
  r = timed('profiled');
  r = timed('profiled');
  const { profile } = await session.post('Profiler.stop');
  writeFileSync('/tmp/l2/kept.cpuprofile', JSON.stringify(profile));
}
const out = process.argv[3] ?? '/tmp/l2/result.json';
const text = JSON.stringify(r, null, 1);
if (out !== '-') {
  if (existsSync(out)) console.log('same as', out, readFileSync(out, 'utf8') === text);
  else writeFileSync(out, text);
}
await file.close();
rmSync(folder, { recursive: true, force: true });
