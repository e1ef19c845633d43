import { type Partition, partitionOf } from "../region";
import type { EndpointServiceName } from "./catalog";
import { type Confidence, catalogRow, hostTemplates } from "./endpoint-service-facts";

/** The host names of a service in a Region, and how well they are known. */
export interface HostNames {
  /** The name that SDKs call comes first. One that starts with `*.` stands for every name below. */
  readonly names: readonly [string, ...string[]];
  readonly are: Confidence;
}

const REGION = "{region}";
const SUFFIX = ".amazonaws.com";
const DUAL_STACK_SUFFIX = ".api.aws";

/**
 * The host names of a service in a Region, which private DNS leads to its interface endpoint. Outside of the commercial
 * partition they have the domain of the partition in place of the commercial one, and are derived.
 *
 * @returns `undefined` where they are not established
 * @example hostNames("ecr.api", "cn-north-1")?.names // ["api.ecr.cn-north-1.amazonaws.com.cn"]
 */
export function hostNames(service: EndpointServiceName, region: string): HostNames | undefined {
  const partition = partitionOf(region);
  if (partition === undefined) return undefined;
  const [first, ...others] = hostTemplates(service)
    .flatMap((template) => inPartition(template, partition) ?? [])
    .map((template) => template.replace(REGION, region));
  if (first === undefined) return undefined;
  const isSeen = partition.id === "aws" && catalogRow(service).privateDns === "seen";
  return { names: [first, ...others], are: isSeen ? "seen" : "derived" };
}

/** Names without a Region and those of further domains are established in the commercial partition only. */
function inPartition(template: string, { id, dnsSuffix, dualStackDnsSuffix }: Partition): string | undefined {
  if (id === "aws") return template;
  if (!template.includes(REGION)) return undefined;
  if (template.endsWith(SUFFIX)) return `${template.slice(0, -SUFFIX.length)}.${dnsSuffix}`;
  if (!template.endsWith(DUAL_STACK_SUFFIX) || dualStackDnsSuffix === undefined) return undefined;
  return `${template.slice(0, -DUAL_STACK_SUFFIX.length)}.${dualStackDnsSuffix}`;
}

/** A host name of a Region as the catalog has it: of the commercial partition, with `{region}` for the Region. */
export function hostTemplate(host: string, region: string): string | undefined {
  const partition = partitionOf(region);
  const template = host
    .split(".")
    .map((label) => (label === region ? REGION : label))
    .join(".");
  if (partition === undefined || partition.id === "aws") return template;
  const { dnsSuffix, dualStackDnsSuffix = "" } = partition;
  if (template.endsWith(`.${dnsSuffix}`)) return template.slice(0, -dnsSuffix.length - 1) + SUFFIX;
  if (dualStackDnsSuffix === "" || !template.endsWith(`.${dualStackDnsSuffix}`)) return undefined;
  return template.slice(0, -dualStackDnsSuffix.length - 1) + DUAL_STACK_SUFFIX;
}
