import type { ITerraformDependable } from "cdktf";
import { containsCidr, parseCidr } from "../addressing/cidr";
import type { NetworkAclPassage } from "../endpoints/network-acls-props";
import type { VpcEndpoints } from "../endpoints/vpc-endpoints";
import type { LoadBalancerEntrance } from "../load-balancing/entrances";
import type { LoadBalancerTarget } from "../load-balancing/load-balancer-target";
import type { Network } from "../network/network";
import { isUnresolved } from "../values/unresolved";
import { NFS_PORT } from "./mount-file-systems";
import type { MountedFileSystem } from "./shared-file-system-props";
import { peerOfCall, portOfCall, type TaskCall, type TaskCalls } from "./task-calls";

/** What passes between tasks and their VPC besides the calls to endpoints. */
export interface TrafficInVpc {
  readonly calls?: TaskCalls;
  readonly fileSystems?: Readonly<Record<string, MountedFileSystem>>;
  readonly loadBalancers?: readonly LoadBalancerTarget[];
}

/**
 * Lets what passes between tasks and their VPC through the network ACLs that are generated with their endpoints.
 *
 * @returns what must exist before it passes
 */
export function passNetworkAcls(
  endpoints: VpcEndpoints | undefined,
  { calls = {}, fileSystems = {}, loadBalancers = [] }: TrafficInVpc,
): readonly ITerraformDependable[] {
  if (endpoints?.networkAcls === undefined) return [];
  const { network, networkAcls } = endpoints;
  const passages = [
    ...Object.values(calls).flatMap((call) => passagesOfCall(call, network)),
    ...(Object.keys(fileSystems).length === 0 ? [] : [{ port: NFS_PORT }]),
    ...loadBalancers.flatMap(({ port, healthCheckPort = port }) => [{ port }, { port: healthCheckPort }]),
    ...loadBalancers.flatMap(({ entrances = [] }) => entrances.flatMap((each) => passageOfClients(each, network))),
  ];
  return [...new Set(networkAcls.allow(...passages))];
}

/** A block that only Terraform knows has no number. */
function passageOfClients({ port, cidrBlock }: LoadBalancerEntrance, network: Network): readonly NetworkAclPassage[] {
  if (cidrBlock === undefined || isInVpc(cidrBlock, network)) return [{ port, direction: "ingress" }];
  return isUnresolved(cidrBlock) ? [] : [{ port, cidrBlock, direction: "ingress" }];
}

/** A call to something in the VPC may lead to an endpoint of your own as well, unless it is a service. */
function passagesOfCall(call: TaskCall, network: Network): readonly NetworkAclPassage[] {
  const port = portOfCall(call);
  if (port === undefined) return [];
  if ("service" in call) return [{ port }];
  const peer = peerOfCall(call, network);
  if (peer.kind === "cidr" && !isInVpc(peer.cidrBlock, network)) {
    // A block that only Terraform knows has no number; the proof says what is missing.
    return isUnresolved(peer.cidrBlock) ? [] : [{ port, cidrBlock: peer.cidrBlock, direction: "egress" }];
  }
  return [{ port }, { port, direction: "ingress", subnets: "endpoints" }];
}

function isInVpc(block: string, { cidrBlock }: Network): boolean {
  const [inner, outer] = [parseCidr(block), parseCidr(cidrBlock)];
  return "cidr" in inner && "cidr" in outer && containsCidr(outer.cidr, inner.cidr);
}
