import type { EndpointServiceName } from "../../planning/endpoint-services/catalog";
import { isEndpointServiceName } from "../../planning/endpoint-services/endpoint-service";
import { blocksAt, objectAt, type TerraformJson, textAt } from "./terraform-json";

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
  /** Of any resource: findings that are accepted knowingly, each with its reason. @default - none */
  readonly accepted?: readonly { readonly code: string; readonly reason: string }[];
}

/** The annotations in a block. What is not as {@link Annotations} has it, is left out. */
export function readAnnotations(block: TerraformJson): Annotations {
  const own = objectAt(objectAt(block, "//"), "privateFargate");
  const texts = (name: string) =>
    Array.isArray(own[name]) ? own[name].filter((each) => typeof each === "string") : [];
  const uses = texts("uses").filter(isEndpointServiceName);
  const reachableHosts = texts("reachableHosts");
  const accepted = blocksAt(own, "accepted").flatMap((each) => {
    const [code, reason] = [textAt(each, "code"), textAt(each, "reason")];
    return code !== undefined && reason !== undefined ? [{ code, reason }] : [];
  });
  return {
    ...(uses.length === 0 ? {} : { uses }),
    ...(reachableHosts.length === 0 ? {} : { reachableHosts }),
    ...(own["fips"] === true ? { fips: true } : {}),
    ...(own["runtimeMonitoring"] === true ? { runtimeMonitoring: true } : {}),
    ...(accepted.length === 0 ? {} : { accepted }),
  };
}
