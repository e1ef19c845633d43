import type { CostOptions } from "../cost/cost-options";
import type { PriceTable } from "../cost/price";
import { checkPriceList, joinedPrices, readPriceList } from "../cost/read-price-list";
import { given } from "../task/json/given";
import { PLANNED_ZONES } from "./cost-networks";
import { listed } from "./list-options";
import type { CommandArguments, OptionTable } from "./parse-arguments";
import { readDocument } from "./read-document";
import { readInput } from "./read-input";
import { checkedRegion } from "./region-option";
import type { Terminal } from "./terminal";
import { UnusableInputError, unusableDocument } from "./unusable-input";

/** The options of the command that say what costs depend on. */
export const COST_OPTIONS = {
  region: { value: "REGION", summary: "Region whose prices count; by default that of the file" },
  zones: {
    value: "NUMBER",
    summary: `Availability Zones of endpoints, where no Terraform tells; by default ${PLANNED_ZONES} for what tasks need`,
  },
  "gb-images": { value: "GB", summary: "image layers that the tasks of a network pull in a month" },
  "gb-logs": { value: "GB", summary: "logs that they write in a month" },
  "gb-other": { value: "GB", summary: "what else they exchange with AWS services in a month" },
  "image-size": {
    value: "GB",
    summary: "size of the image that each task pulls; with --starts, in place of --gb-images",
  },
  starts: { value: "NUMBER", summary: "tasks that start in a month" },
  vpcs: { value: "NUMBER", summary: "compare a hub that so many VPCs share" },
  prices: {
    value: "FILE",
    isList: true,
    summary: "prices as aws pricing get-products prints them; several with commas, or the option again",
  },
} as const satisfies OptionTable;

/**
 * What the command line says of costs.
 *
 * @throws {UnusableInputError} for what is no number, and for a file that has no prices
 */
export async function costOptions(options: CommandArguments["options"], terminal: Terminal): Promise<CostOptions> {
  const region = checkedRegion(options.get("region"));
  const tables = await Promise.all(listed(options.get("prices")).map((file) => readPrices(file, terminal)));
  return {
    ...given({ region, zones: countOption("zones", options), vpcs: countOption("vpcs", options) }),
    gb: given({
      images: amountOption("gb-images", options),
      logs: amountOption("gb-logs", options),
      other: amountOption("gb-other", options),
    }),
    imagePulls: imagePulls(options),
    prices: joinedPrices(tables),
  };
}

function imagePulls(options: CommandArguments["options"]): CostOptions["imagePulls"] & object {
  const gb = amountOption("image-size", options);
  const starts = amountOption("starts", options);
  if (gb === undefined && starts === undefined) return [];
  if (gb === undefined || starts === undefined) {
    const missing = gb === undefined ? "--image-size GB" : "--starts NUMBER";
    throw new UnusableInputError(`what is pulled is the size of the image times the starts; add ${missing}`);
  }
  if (options.has("gb-images")) {
    throw new UnusableInputError("--gb-images says what --image-size and --starts say; write one of the two");
  }
  return [{ gb, starts }];
}

async function readPrices(file: string, terminal: Terminal): Promise<PriceTable> {
  const input = await readInput(file, terminal);
  const { value, lineOf } = readDocument(input);
  const issues = [...checkPriceList(value)];
  if (issues.length > 0) throw unusableDocument(input.name, issues, lineOf);
  return readPriceList(value);
}

function countOption(name: string, options: CommandArguments["options"]): number | undefined {
  return numberOption(
    name,
    options,
    "a whole number from 1, for example 2",
    (value) => Number.isInteger(value) && value >= 1,
  );
}

function amountOption(name: string, options: CommandArguments["options"]): number | undefined {
  return numberOption(
    name,
    options,
    "a number from 0, for example 2.5",
    (value) => Number.isFinite(value) && value >= 0,
  );
}

function numberOption(
  name: string,
  options: CommandArguments["options"],
  wanted: string,
  fits: (value: number) => boolean,
): number | undefined {
  const typed = options.get(name);
  if (typed === undefined) return undefined;
  const value = typed.trim() === "" ? Number.NaN : Number(typed);
  if (fits(value)) return value;
  throw new UnusableInputError(`--${name} cannot be "${typed}"; write ${wanted}`);
}
