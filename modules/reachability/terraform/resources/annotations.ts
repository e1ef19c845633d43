import type { EndpointServiceName } from "../../../aws/endpoint-services/catalog";
import { isEndpointServiceName } from "../../../aws/endpoint-services/endpoint-service-facts";
import { isPort } from "../../../aws/limits";
import { isRegion } from "../../../aws/region";
import type { NetworkSnapshot } from "../../../snapshot/network-snapshot";
import { isNetworkSnapshot } from "../../../snapshot/read-network-snapshot";
import type { ExecuteCommandOptions } from "../../../task/execute-command";
import { isObject } from "../../../values/is-object";
import type { ServicePorts } from "../../model/service-ports";
import { blocksAt, objectAt, type TerraformJson, textAt } from "../expressions/terraform-json";

/**
 * What a resource says about itself where Terraform does not look: the member `privateFargate` of the comment `"//"` of its
 * block. cdktf keeps its own metadata in the same comment.
 *
 * @example { "//": { "privateFargate": { "uses": ["sqs"] } } }
 */
export interface Annotations {
  /** Of a task definition: services that the application calls. @default - none */
  readonly uses?: readonly EndpointServiceName[];
  /** Of a task definition: hosts that the task reaches through its VPC. @default - none */
  readonly reachableHosts?: readonly string[];
  /** Of a task definition: whether the account runs Fargate in FIPS mode. @default false */
  readonly fips?: boolean;
  /** Of a task definition: whether GuardDuty Runtime Monitoring watches the task. @default false */
  readonly runtimeMonitoring?: boolean;
  /** Of a task definition: by container, whether a pull-through cache fills the repository of its image. @default - not said */
  readonly pullThroughCaches?: Readonly<Record<string, boolean>>;
  /** Of a task definition: TCP ports on which the task calls a service. @default - those of the catalog */
  readonly ports?: ServicePorts;
  /** Of a task definition: how a cluster that is elsewhere logs and encrypts ECS Exec. @default - not known */
  readonly executeCommand?: true | ExecuteCommandOptions;
  /** Of a VPC: the Region in which its network says that it is. @default - not said */
  readonly region?: string;
}

/** A finding that somebody accepts knowingly. */
export interface Acceptance {
  /** Code of the issue, for example `"private-dns-off"`. */
  readonly code: string;
  /** Address of the resource that the issue is about, or within which it is. */
  readonly resource: string;
  /** Why it is accepted. It is shown with the finding. */
  readonly reason: string;
}

/** The annotations in a block. What is not as {@link Annotations} has it, is left out. */
export function readAnnotations(block: TerraformJson): Annotations {
  const own = objectAt(objectAt(block, "//"), "privateFargate");
  const texts = (name: string) =>
    Array.isArray(own[name]) ? own[name].filter((each) => typeof each === "string") : [];
  const uses = texts("uses").filter(isEndpointServiceName);
  const reachableHosts = texts("reachableHosts");
  const pullThroughCaches = Object.fromEntries(
    Object.entries(objectAt(own, "pullThroughCaches")).flatMap(([name, fills]) =>
      typeof fills === "boolean" ? [[name, fills] as const] : [],
    ),
  );
  const ports = readPorts(objectAt(own, "ports"));
  const executeCommand = readExecuteCommand(own["executeCommand"]);
  const region = textAt(own, "region");
  return {
    ...(uses.length === 0 ? {} : { uses }),
    ...(reachableHosts.length === 0 ? {} : { reachableHosts }),
    ...(own["fips"] === true ? { fips: true } : {}),
    ...(own["runtimeMonitoring"] === true ? { runtimeMonitoring: true } : {}),
    ...(Object.keys(pullThroughCaches).length === 0 ? {} : { pullThroughCaches }),
    ...(Object.keys(ports).length === 0 ? {} : { ports }),
    ...(executeCommand === undefined ? {} : { executeCommand }),
    ...(region !== undefined && isRegion(region) ? { region } : {}),
  };
}

/** What a block says in its comment of a network that exists, as it is written. @returns `undefined` where it says nothing */
export function saidNetworkIn(block: TerraformJson): unknown {
  return objectAt(objectAt(block, "//"), "privateFargate")["network"];
}

/**
 * How a task is started, as the comment of its task definition says it: arguments of `aws_ecs_service`, as they are written.
 *
 * @returns `undefined` where it says nothing
 */
export function saidLaunchIn(block: TerraformJson): unknown {
  return objectAt(objectAt(block, "//"), "privateFargate")["launch"];
}

/**
 * What the application of a task does with which things, as the comment of its task definition says it: `grants` of the task,
 * with expressions in the place of what an apply knows.
 *
 * @returns `undefined` where it says nothing
 */
export function saidGrantsIn(block: TerraformJson): unknown {
  return objectAt(objectAt(block, "//"), "privateFargate")["grants"];
}

/**
 * Keys of KMS with which is encrypted what ECS reads for a task, as the comment of its task definition says it: by where the task has
 * it, with expressions in the place of what an apply knows.
 *
 * @returns `undefined` where it says nothing
 */
export function saidKeysIn(block: TerraformJson): unknown {
  return objectAt(objectAt(block, "//"), "privateFargate")["keys"];
}

/**
 * What the application of a task calls in its VPC, as the comment of its task definition says it, or that of an egress rule of its
 * security group, by names of calls: a port, and a security group, a block or a host, with expressions in the place of what an apply
 * knows.
 *
 * @example { "prices": { "port": 8080, "securityGroup": "${aws_security_group.prices.id}" } }
 * @returns `undefined` where it says nothing
 */
export function saidCallsIn(block: TerraformJson): unknown {
  return objectAt(objectAt(block, "//"), "privateFargate")["calls"];
}

function readPorts(given: TerraformJson): ServicePorts {
  const ports: { [Service in EndpointServiceName]?: readonly number[] } = {};
  for (const [service, value] of Object.entries(given)) {
    const isList = Array.isArray(value) && value.length > 0 && value.every(isPort);
    if (isEndpointServiceName(service) && isList) ports[service] = value;
  }
  return ports;
}

const LOGGINGS = ["DEFAULT", "NONE", "OVERRIDE"] as const;

function readExecuteCommand(given: unknown): true | ExecuteCommandOptions | undefined {
  if (given === true) return true;
  if (!isObject(given)) return undefined;
  const [cloudWatchLogGroupName, s3BucketName, kmsKeyId] = [
    textAt(given, "cloudWatchLogGroupName"),
    textAt(given, "s3BucketName"),
    textAt(given, "kmsKeyId"),
  ];
  const logging = LOGGINGS.find((each) => each === given["logging"]);
  return {
    ...(logging === undefined ? {} : { logging }),
    ...(cloudWatchLogGroupName === undefined ? {} : { cloudWatchLogGroupName }),
    ...(s3BucketName === undefined ? {} : { s3BucketName }),
    ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
  };
}

/**
 * What a configuration accepts, in the comment at its top level. An acceptance without a reason is none.
 *
 * @param prefix what stands before each address of the configuration
 * @example { "//": { "privateFargate": { "accepted": [{ "code": "…", "resource": "aws_vpc.main", "reason": "…" }] } } }
 */
export function readAcceptances(configuration: TerraformJson, prefix: string): readonly Acceptance[] {
  return blocksAt(objectAt(objectAt(configuration, "//"), "privateFargate"), "accepted").flatMap((each) => {
    const [code, resource, reason = ""] = [textAt(each, "code"), textAt(each, "resource"), textAt(each, "reason")];
    if (code === undefined || resource === undefined || reason.trim() === "") return [];
    return [{ code, resource: `${prefix}${resource}`, reason }];
  });
}

/** The VPCs that a configuration says it runs in, in the comment at its top level. What is no snapshot is left out. */
export function readNetworks(configuration: TerraformJson): readonly NetworkSnapshot[] {
  return blocksAt(objectAt(objectAt(configuration, "//"), "privateFargate"), "networks").flatMap((each) =>
    isNetworkSnapshot(each) ? [each] : [],
  );
}
