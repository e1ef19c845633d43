import { isRegion, partitionOf } from "../region";
import type { EndpointServiceName } from "./catalog";
import {
  catalogRow,
  ENDPOINT_SERVICE_NAMES,
  isEndpointServiceName,
  serviceNameTemplate,
} from "./endpoint-service-facts";
import type { EndpointType } from "./endpoint-service-row";
import { COMMON_PREFIX, ownPrefix, PARTITION_PREFIXES } from "./partition-prefixes";

/**
 * The full name under which AWS offers a service to VPC endpoints of a Region.
 *
 * Some interface endpoints have a prefix of their own outside the commercial partition. Gateway endpoints never have.
 *
 * @param region a Region; where only Terraform knows it, the commercial partition's name with the expression in it is returned
 * @example serviceName("ecr.api", "ap-northeast-1", "Interface") // "com.amazonaws.ap-northeast-1.ecr.api"
 * @example serviceName("ecr.api", "cn-north-1", "Interface") // "cn.com.amazonaws.cn-north-1.ecr.api"
 */
export function serviceName(name: EndpointServiceName, region: string, type: EndpointType): string {
  const row = catalogRow(name);
  const partition = partitionOf(region)?.id;
  if (type === "Interface" && partition !== undefined && row.template === undefined) {
    const prefix = row.ownPrefixIn?.includes(region) ? ownPrefix(partition) : undefined;
    const suffix = partition === "aws-cn" ? (row.chinaSuffix ?? "") : "";
    return `${prefix ?? COMMON_PREFIX}.${region}.${name}${suffix}`;
  }
  // A function, because a string would be read for patterns such as "$&" and "$$", which an expression may hold.
  return serviceNameTemplate(name).replace("{region}", () => region);
}

/**
 * The catalog's short name of a full service name, in any partition: the inverse of {@link serviceName}.
 *
 * A Terraform expression may stand for the Region. Second names are understood, and a partition's own prefix is as good
 * as `com.amazonaws`, because a network that exists already proves that the name is right.
 *
 * @returns `undefined` for a service outside the catalog, for example an endpoint service of somebody's own
 * @example shortName("cn.com.amazonaws.cn-north-1.ecr.api") // "ecr.api"
 */
export function shortName(fullServiceName: string): EndpointServiceName | undefined {
  const name = fullServiceName.replace(/\$\{.*\}/, REGION);
  const exceptions = exceptionalNames();
  const global = exceptions.get(name);
  if (global !== undefined) return global;
  const labels = name.split(".");
  const at = labels.findIndex((label) => label === REGION || isRegion(label));
  const region = labels[at];
  if (region === undefined) return undefined;
  const prefix = labels.slice(0, at).join(".");
  const rest = labels.slice(at + 1).join(".");
  return exceptions.get(`${prefix}.${REGION}.${rest}`) ?? (isPrefixIn(region, prefix) ? regularName(rest) : undefined);
}

const REGION = "{region}";

/** Templates and second names to short names. Built when the first name is read, since a synth may read none. */
let exceptional: ReadonlyMap<string, EndpointServiceName> | undefined;

function exceptionalNames(): ReadonlyMap<string, EndpointServiceName> {
  exceptional ??= new Map(
    ENDPOINT_SERVICE_NAMES.flatMap((name) => {
      const { template, alsoNamed } = catalogRow(name);
      if (template === undefined && alsoNamed === undefined) return [];
      return [template, alsoNamed].flatMap((full) => (full === undefined ? [] : [[full, name] as const]));
    }),
  );
  return exceptional;
}

function isPrefixIn(region: string, prefix: string): boolean {
  if (prefix === COMMON_PREFIX) return true;
  if (region === REGION) return Object.values<string>(PARTITION_PREFIXES).includes(prefix);
  const partition = partitionOf(region)?.id;
  return partition !== undefined && prefix === ownPrefix(partition);
}

function regularName(rest: string): EndpointServiceName | undefined {
  const name = rest.endsWith(".cn") && !isEndpointServiceName(rest) ? rest.slice(0, -".cn".length) : rest;
  if (!isEndpointServiceName(name) || catalogRow(name).template !== undefined) return undefined;
  return name === rest || catalogRow(name).chinaSuffix !== undefined ? name : undefined;
}
