import { resolve } from 'node:path';
import { PilotError } from '#shared/api/error.ts';
import { followedShop, type SampleShop, sampleShop } from '#shared/template/sample/sample-shop.ts';
import type { ShopOptions } from '#shared/template/sample/shop.ts';
import { effects, type Story } from '#shared/template/sample/story.ts';
import type { PlantedMetric } from '#shared/template/sample/truth.ts';
import { openSampleFolder } from './sample-folder.ts';
import { readLists } from './sample-lists.ts';

export type SampleRequest = {
  /** Null: as many as the story needs. */
  readonly customers: number | null;
  readonly seed: number;
  readonly story: Story;
  /** The folder into which `assign` wrote its lists; null: after a pilot the mail tool ran. */
  readonly follow: string | null;
};

/** The exports, ready to be imported, and the effect planted in them; `truth.json` beside them holds the latter. */
export type WrittenSample = { readonly files: readonly string[]; readonly truth: readonly PlantedMetric[] };

const MOST_CUSTOMERS = 1_000_000;
const TRUTH = 'truth.json';

/**
 * Writes the made-up shop's exports into a folder. The files appear when all of them are whole; whatever stops the
 * writing leaves the folder as it was.
 *
 * @param progress told every thousand customers: done, total, and what is being done; it may throw to stop
 * @throws PilotError for a number out of bounds, foreign files of the same names, or lists that do not fit
 */
export async function writeSample(
  folder: string,
  request: SampleRequest,
  progress: (done: number, total: number, sentence: string) => void,
): Promise<WrittenSample> {
  const options = checked(request);
  const shop = await shopFor(options, request.follow);
  const names = shop.files.map((file) => file.name);
  const target = await openSampleFolder(resolve(folder), [...names, TRUTH]);
  try {
    for (const { name, headerLine } of shop.files) await target.add(name, `${headerLine}\n`);
    let done = 0;
    for (const shopper of shop.lines()) {
      for (const { file, lines } of shopper) {
        if (lines.length > 0) await target.add(file, `${lines.join('\n')}\n`);
      }
      if (++done % 1000 === 0) progress(done, options.customers, 'Writing the sample shop');
    }
    await target.add(TRUTH, `${JSON.stringify(shop.truth, null, 2)}\n`);
    await target.finish();
  } catch (cause) {
    await target.discard();
    throw cause;
  }
  return { files: names.map((name) => target.path(name)), truth: shop.truth };
}

async function shopFor(options: ShopOptions, follow: string | null): Promise<SampleShop> {
  if (follow === null) return sampleShop(options);
  return followedShop(options, await readLists(resolve(follow), options.customers));
}

function checked({ customers, seed, story }: SampleRequest): ShopOptions {
  const wanted = customers ?? effects[story].defaultCustomers;
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > MOST_CUSTOMERS) {
    throw new PilotError('sample-customers', `--customers is a whole number from 1 to 1,000,000, not ${customers}.`);
  }
  if (!Number.isSafeInteger(seed)) {
    throw new PilotError('sample-seed', `--seed is a whole number, not ${seed}.`);
  }
  return { customers: wanted, seed, story };
}
