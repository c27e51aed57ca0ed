import { readCharter, writeCharter } from '../charter/charter-row.ts';
import type { Handlers } from '../process/context.ts';
import { announce, reading, writing } from './desk.ts';

export const charterCalls: Pick<Handlers, 'charter.get' | 'charter.set'> = {
  'charter.get': async () => readCharter(reading()),
  'charter.set': async ({ charter }, context) => {
    await writing().change('charter', (db) => writeCharter(db, charter, Date.now()));
    announce(context);
    return readCharter(reading());
  },
};
