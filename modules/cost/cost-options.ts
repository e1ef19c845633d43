import type { PriceTable } from "./price";

/** GB that the tasks of one network move in a month. */
export interface MonthlyTraffic {
  /** Layers of images. Through a gateway endpoint of S3 they are free. @default 0 */
  readonly images?: number;
  /** What is written to CloudWatch Logs. @default 0 */
  readonly logs?: number;
  /** Everything else that goes to AWS services. @default 0 */
  readonly other?: number;
}

/** Image layers that tasks pull when they start. */
export interface ImagePulls {
  /** Size of the image in its registry, compressed, in GB. */
  readonly gb: number;
  /** How many tasks start with it in a month. */
  readonly starts: number;
}

/** What the cost of endpoints depends on besides the endpoints. */
export interface CostOptions {
  /** Region whose prices count. @default - that of the network; unknown where nobody tells */
  readonly region?: string;
  /** In how many Availability Zones endpoints are of which nothing tells. @default - unknown */
  readonly zones?: number;
  /** GB in a month. @default - none */
  readonly gb?: MonthlyTraffic;
  /** Images that are pulled, in addition to `gb.images`. @default - none */
  readonly imagePulls?: readonly ImagePulls[];
  /** How many such networks would share a hub. @default - no hub is compared, only when one would pay */
  readonly vpcs?: number;
  /** Prices that count before those of the package, as `readPriceList` reads them. @default - none */
  readonly prices?: PriceTable;
}

/** What is wrong with a number of the options, as a clause. An answer that cannot be given says so, and nothing is thrown. */
export function wrongNumber({ zones, gb = {}, imagePulls = [], vpcs }: CostOptions): string | undefined {
  const counts = Object.entries({ zones, vpcs }).find(
    ([, value]) => value !== undefined && !(Number.isInteger(value) && value >= 1),
  );
  if (counts !== undefined) return `${counts[0]} is ${counts[1]}, and has to be a whole number from 1`;
  const amounts = [
    ...Object.entries(gb).map(([name, value]) => [`gb.${name}`, value] as const),
    ...imagePulls.flatMap((pull, index) =>
      Object.entries(pull).map(([name, value]) => [`imagePulls[${index}].${name}`, value] as const),
    ),
  ].find(([, value]) => value !== undefined && !(Number.isFinite(value) && value >= 0));
  return amounts === undefined ? undefined : `${amounts[0]} is ${amounts[1]}, and has to be a number from 0`;
}

/** The traffic with the pulls of images in it. */
export function wholeTraffic({ gb = {}, imagePulls = [] }: CostOptions): Required<MonthlyTraffic> {
  const pulled = imagePulls.reduce((sum, { gb: size, starts }) => sum + size * starts, gb.images ?? 0);
  return { images: Math.round(pulled * 1e6) / 1e6, logs: gb.logs ?? 0, other: gb.other ?? 0 };
}
