import { partitionOf } from "../../../../modules/aws/region";

/** Regions of scenarios: those of samples and facts, a new one, and one of every partition with a layout of its own. */
export const REGIONS = [
  "eu-west-1",
  "us-east-1",
  "ap-northeast-1",
  "ca-west-1",
  "cn-north-1",
  "us-gov-west-1",
  "eusc-de-east-1",
  "us-iso-east-1",
] as const;

/** Where a scenario is, as ARNs and host names have it. */
export interface Place {
  readonly region: string;
  readonly partition: string;
  readonly dnsSuffix: string;
}

/** The place of a Region. */
export function placeOf(region: string): Place {
  const partition = partitionOf(region);
  if (partition === undefined) throw new Error(`${region} is no Region`);
  return { region, partition: partition.id, dnsSuffix: partition.dnsSuffix };
}
