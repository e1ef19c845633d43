/**
 * A group of AWS Regions with accounts, domain names and ARNs of its own.
 *
 * Source: `partitions.json` of botocore 1.43.11, https://github.com/boto/botocore/blob/1.43.11/botocore/data/partitions.json
 */
export interface Partition {
  /** Name of the partition, which is also the second field of its ARNs, for example `"aws-cn"`. */
  readonly id: PartitionId;
  /** Domain of the service host names, for example `"amazonaws.com.cn"`. */
  readonly dnsSuffix: string;
  /** Domain of the service host names that answer over IPv4 and IPv6, for example `"api.aws"`. */
  readonly dualStackDnsSuffix?: string;
  /** Start of every Region name, where the partition is recognised by it. */
  readonly regionPrefix?: string;
  /** The Regions that botocore lists, without the pseudo Region of global services. New ones may exist. */
  readonly regions: readonly string[];
}

/** Name of a partition, as ARNs spell it. */
export type PartitionId =
  | "aws"
  | "aws-cn"
  | "aws-us-gov"
  | "aws-eusc"
  | "aws-iso"
  | "aws-iso-b"
  | "aws-iso-e"
  | "aws-iso-f";

const COMMERCIAL: Partition = {
  id: "aws",
  dnsSuffix: "amazonaws.com",
  dualStackDnsSuffix: "api.aws",
  // biome-ignore format: one line for each part of the world
  regions: [
    "af-south-1",
    "ap-east-1", "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2",
    "ap-southeast-1", "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-6", "ap-southeast-7",
    "ca-central-1", "ca-west-1",
    "eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3",
    "il-central-1", "me-central-1", "me-south-1", "mx-central-1", "sa-east-1",
    "us-east-1", "us-east-2", "us-west-1", "us-west-2",
  ],
};

/** Every AWS partition. */
export const PARTITIONS: readonly Partition[] = [
  COMMERCIAL,
  {
    id: "aws-cn",
    dnsSuffix: "amazonaws.com.cn",
    dualStackDnsSuffix: "api.amazonwebservices.com.cn",
    regionPrefix: "cn-",
    regions: ["cn-north-1", "cn-northwest-1"],
  },
  {
    id: "aws-us-gov",
    dnsSuffix: "amazonaws.com",
    dualStackDnsSuffix: "api.aws",
    regionPrefix: "us-gov-",
    regions: ["us-gov-east-1", "us-gov-west-1"],
  },
  {
    id: "aws-eusc",
    dnsSuffix: "amazonaws.eu",
    dualStackDnsSuffix: "api.amazonwebservices.eu",
    regionPrefix: "eusc-de-",
    regions: ["eusc-de-east-1"],
  },
  {
    id: "aws-iso",
    dnsSuffix: "c2s.ic.gov",
    dualStackDnsSuffix: "api.aws.ic.gov",
    regionPrefix: "us-iso-",
    regions: ["us-iso-east-1", "us-iso-west-1"],
  },
  {
    id: "aws-iso-b",
    dnsSuffix: "sc2s.sgov.gov",
    dualStackDnsSuffix: "api.aws.scloud",
    regionPrefix: "us-isob-",
    regions: ["us-isob-east-1", "us-isob-west-1"],
  },
  {
    id: "aws-iso-e",
    dnsSuffix: "cloud.adc-e.uk",
    dualStackDnsSuffix: "api.cloud-aws.adc-e.uk",
    regionPrefix: "eu-isoe-",
    regions: ["eu-isoe-west-1"],
  },
  {
    id: "aws-iso-f",
    dnsSuffix: "csp.hci.ic.gov",
    dualStackDnsSuffix: "api.aws.hci.ic.gov",
    regionPrefix: "us-isof-",
    regions: ["us-isof-east-1", "us-isof-south-1"],
  },
];

const PARTITION_BY_REGION: ReadonlyMap<string, Partition> = new Map(
  PARTITIONS.flatMap((partition) => partition.regions.map((region) => [region, partition] as const)),
);

const NUMBER = /-[1-9]\d?$/;
const DIRECTION_AND_NUMBER = /^(?:central|(?:north|south)(?:east|west)?|east|west)-[1-9]\d?$/;
const COMMERCIAL_AREA = /^[a-z]{2}-/;
const ZONE = /^(.+?-\d+)(?:[a-z]|-[a-z]{3,}-\d+[a-z]|-wl\d+-[a-z]+-wlz-\d+)$/;

/**
 * The partition of a Region, by the shape of its name, so that a Region launched tomorrow is known as well.
 *
 * @returns `undefined` where the text is not a Region name, for example `"tokyo"` or `"ap-northeast-1a"`
 * @example partitionOf("cn-north-1")?.dnsSuffix // "amazonaws.com.cn"
 */
export function partitionOf(region: string): Partition | undefined {
  const known = PARTITION_BY_REGION.get(region);
  if (known !== undefined || !NUMBER.test(region)) return known;
  const special = PARTITIONS.find(({ regionPrefix }) => regionPrefix !== undefined && region.startsWith(regionPrefix));
  const area = special?.regionPrefix ?? COMMERCIAL_AREA.exec(region)?.[0];
  if (area === undefined || !DIRECTION_AND_NUMBER.test(region.slice(area.length))) return undefined;
  return special ?? COMMERCIAL;
}

/** Whether a text has the shape of a Region name, for example `"eu-west-1"`. */
export function isRegion(value: string): boolean {
  return partitionOf(value) !== undefined;
}

/**
 * The Region of an Availability Zone, a Local Zone or a Wavelength Zone.
 *
 * @returns `undefined` where the text is not the name of a zone
 * @example regionOfZone("us-west-2-lax-1a") // "us-west-2"
 */
export function regionOfZone(zone: string): string | undefined {
  const region = ZONE.exec(zone)?.[1];
  return region !== undefined && isRegion(region) ? region : undefined;
}

/**
 * The partition field of an ARN in a Region.
 *
 * A Region that only Terraform knows, or that nobody knows, counts as commercial.
 *
 * @example arnPartition("us-gov-west-1") // "aws-us-gov"
 */
export function arnPartition(region: string): PartitionId {
  return partitionOf(region)?.id ?? "aws";
}
