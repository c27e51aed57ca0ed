import { checkoutsFile } from './checkouts.ts';
import { complaintsFile } from './complaints.ts';
import { csvLine, type ExportFile } from './export-file.ts';
import { soiled } from './mess.ts';
import { npsFile } from './nps.ts';
import { ordersFile } from './orders.ts';
import { sendsFile } from './sends.ts';
import { followedShoppers, type ListedArm, type ShopOptions, shoppers } from './shop.ts';
import type { Shopper } from './shopper.ts';
import { type PlantedMetric, plantedTruth } from './truth.ts';

/** The lines that one shopper adds to the export named `file`. */
export type SampleLines = { readonly file: string; readonly lines: readonly string[] };

/** A made-up shop as exports: their names and headers, the planted truth, and the lines, shopper by shopper. */
export type SampleShop = {
  readonly files: readonly { readonly name: string; readonly headerLine: string }[];
  readonly truth: readonly PlantedMetric[];
  /** One item a shopper, in the same order every time; holds one shopper in memory. */
  readonly lines: () => Generator<readonly SampleLines[]>;
};

/** The shop after a pilot that its mail tool ran and that is over: everything the tools can export. */
export function sampleShop(options: ShopOptions): SampleShop {
  return shopOf(options, [ordersFile, checkoutsFile, sendsFile, npsFile, complaintsFile], () => shoppers(options));
}

/** What the tools export once the lists of a pilot assigned elsewhere were acted on: everything but carts and tickets. */
export function followedShop(options: ShopOptions, listedArm: ListedArm): SampleShop {
  return shopOf(options, [ordersFile, sendsFile, npsFile], () => followedShoppers(options, listedArm));
}

function shopOf(options: ShopOptions, exports: readonly ExportFile[], people: () => Generator<Shopper>): SampleShop {
  return {
    files: exports.map(({ name, header }) => ({ name, headerLine: csvLine(header) })),
    truth: plantedTruth(options.story),
    *lines() {
      const writers = exports.map((file) => ({ file: file.name, rowsOf: soiled(file, options.seed) }));
      for (const shopper of people()) {
        yield writers.map(({ file, rowsOf }) => ({ file, lines: rowsOf(shopper).map(csvLine) }));
      }
    },
  };
}
