import {
  considerExport,
  guessExport,
  importExport,
  importExports,
  mendQuarantine,
  tryImport,
} from '../import/index.ts';
import type { Handlers } from '../process/context.ts';
import { dataPicture } from '../records/data-picture.ts';
import { exportDuplicates, readDuplicates } from '../records/duplicates.ts';
import { readKnown } from '../records/known.ts';
import { exportQuarantine, readQuarantine } from '../records/quarantine.ts';
import { quarantinedCells } from '../records/quarantined-cells.ts';
import { readMoney, writeRates } from '../records/rates.ts';
import { removalOf } from '../records/removal.ts';
import { removeSource } from '../records/remove-source.ts';
import { readSources } from '../records/sources.ts';
import { announce, reading, writing } from './desk.ts';

type DataCalls = Pick<
  Handlers,
  | 'data.guess'
  | 'data.presets'
  | 'data.importAll'
  | 'data.tryOut'
  | 'data.import'
  | 'data.sources'
  | 'data.removal'
  | 'data.remove'
  | 'data.quarantine'
  | 'data.quarantinedCells'
  | 'data.mend'
  | 'data.exportQuarantine'
  | 'data.duplicates'
  | 'data.exportDuplicates'
  | 'data.money'
  | 'data.setRates'
  | 'data.picture'
  | 'data.known'
>;

export const dataCalls: DataCalls = {
  'data.guess': ({ file, mapping, preset }) => guessExport(file, reading(), mapping, preset),
  'data.presets': ({ file }) => considerExport(file),
  'data.tryOut': async ({ file, mapping }, context) => {
    const tried = await tryImport(reading(), file, { mapping, preset: null, as: null }, context);
    return { ...tried, quarantine: [...tried.quarantine] };
  },
  'data.import': async ({ file, mapping, preset }, context) => {
    const result = await importExport(writing(), file, { mapping, preset, as: null }, context);
    announce(context);
    return result;
  },
  'data.importAll': async ({ files }, context) => {
    const results = await importExports(writing(), files, { mapping: null, preset: null, as: null }, context);
    announce(context);
    return [...results];
  },
  'data.sources': async () => readSources(reading()),
  'data.removal': async ({ source }) => removalOf(reading(), source),
  'data.remove': async ({ source }, context) => {
    await removeSource(writing(), source);
    announce(context);
    return { done: true };
  },
  'data.quarantine': async ({ source, reason, offset, limit }) =>
    readQuarantine(reading(), source, reason, offset, limit),
  'data.quarantinedCells': async ({ row }) => quarantinedCells(reading(), row),
  'data.mend': async ({ how }, context) => {
    const mended = await mendQuarantine(writing(), how);
    announce(context);
    return mended;
  },
  'data.exportQuarantine': async ({ source, file }) => {
    await exportQuarantine(reading(), source, file);
    return { done: true };
  },
  'data.duplicates': async ({ source, offset, limit }) => readDuplicates(reading(), source, offset, limit),
  'data.exportDuplicates': async ({ source, file }) => {
    exportDuplicates(reading(), source, file);
    return { done: true };
  },
  'data.money': async () => readMoney(reading()),
  'data.setRates': async ({ table }) => {
    await writing().change('rates', (db) => writeRates(db, table));
    return readMoney(reading());
  },
  'data.picture': () => dataPicture(reading()),
  'data.known': async () => readKnown(reading()),
};
