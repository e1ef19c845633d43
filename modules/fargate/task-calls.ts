import type { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { parseCidr } from "../addressing/cidr";
import { connectSecurityGroups } from "../load-balancing/connect-security-groups";
import type { Network } from "../network/network";
import { type CidrPeer, Peer, type SecurityGroupPeer } from "../network/peer";
import { egressRule, type SecurityGroup } from "../network/security-group";

/** What tasks of yours can call: a `FargateService`. */
export interface CallableService {
  /** The security group of its tasks. */
  readonly securityGroup: Pick<SecurityGroup, "securityGroupId">;
  /** TCP ports at which others call its tasks. */
  readonly ports: readonly number[];
}

/** A call to a service of yours. The rules of both security groups are made, in the stack of the task that calls. */
export interface CalledService {
  /** The service, also of another stack. */
  readonly service: CallableService;
  /** TCP port. @default - the one port of the service */
  readonly port?: number;
  /** Description of the rules. @default - who calls what */
  readonly description?: string;
}

/** A call to a security group or a block of addresses of the VPC: a database, a cache, an internal load balancer. */
export interface CalledPeer {
  /** Whom the task calls. */
  readonly peer: SecurityGroupPeer | CidrPeer;
  /** TCP port. */
  readonly port: number;
  /**
   * Whether the security group is opened to the task as well, by a rule in the stack of the task. It is somebody else's, so
   * nothing is changed unless it is asked for.
   *
   * @default false
   */
  readonly openTheirs?: boolean;
  /** Description of the rules. @default - who calls what */
  readonly description?: string;
}

/** A call to a host inside the VPC. */
export interface CalledHost {
  /** Its name or IPv4 address. To a name the task is let out in all of the VPC. */
  readonly host: string;
  /** TCP port. */
  readonly port: number;
  /** Description of the rule. @default - who calls what */
  readonly description?: string;
}

/** What a task calls in its VPC besides AWS services. */
export type TaskCall = CalledService | CalledPeer | CalledHost;

/** Calls by names, which become part of the addresses of rules. */
export type TaskCalls = Readonly<Record<string, TaskCall>>;

/** Who calls. */
export interface Caller {
  readonly family: string;
  readonly network: Pick<Network, "cidrBlock">;
  /** Id of the security group of its tasks. */
  readonly securityGroupId: string;
}

/** Lets a task out to what it calls, and in there where that is a service of yours, or it is asked for. The rules belong to `scope`. */
export function openCalls(scope: Construct, calls: TaskCalls, caller: Caller): TerraformResource[] {
  return Object.entries(calls).flatMap(([name, call]) => openCall(scope, `call-${name}`, { name, call, caller }));
}

/**
 * The rules of one call: of a call without a port none, which is refused before.
 *
 * @param id how the construct ids of the rules start
 */
export function openCall(
  scope: Construct,
  id: string,
  { name, call, caller }: { readonly name: string; readonly call: TaskCall; readonly caller: Caller },
): TerraformResource[] {
  const port = portOfCall(call);
  if (port === undefined) return [];
  const { description = `${caller.family} calls ${name}` } = call;
  const to = peerOfCall(call, caller.network);
  const from = caller.securityGroupId;
  const isOpened = "service" in call || ("peer" in call && call.openTheirs === true);
  if (isOpened && to.kind === "security-group") {
    return connectSecurityGroups(scope, id, { from, to: to.securityGroupId, port, description });
  }
  return [egressRule(scope, `${id}-egress`, from, { peer: to, port, description })];
}

/** The port of a call. `undefined` where it says none, and its service has none or several. */
export function portOfCall(call: TaskCall): number | undefined {
  if (call.port !== undefined || !("service" in call)) return call.port;
  const [port, ...others] = call.service.ports;
  return others.length > 0 ? undefined : port;
}

/** Whom a call leads to. A name may be anywhere in the VPC. */
export function peerOfCall(call: TaskCall, { cidrBlock }: Caller["network"]): SecurityGroupPeer | CidrPeer {
  if ("service" in call) return Peer.securityGroup(call.service.securityGroup.securityGroupId);
  if ("peer" in call) return call.peer;
  const address = `${call.host}/32`;
  return Peer.cidr("cidr" in parseCidr(address) ? address : cidrBlock);
}

/** A call as a comment says it. */
export interface SaidCall {
  readonly port?: number;
  readonly securityGroup?: string;
  readonly cidr?: string;
  readonly host?: string;
}

/** Calls as a comment says them, where the proof reads them. */
export function saidCalls(calls: TaskCalls): Readonly<Record<string, SaidCall>> {
  return Object.fromEntries(
    Object.entries(calls).map(([name, call]) => {
      const port = portOfCall(call);
      return [name, { ...(port === undefined ? {} : { port }), ...saidPlace(call) }] as const;
    }),
  );
}

function saidPlace(call: TaskCall): SaidCall {
  if ("host" in call) return { host: call.host };
  const peer = "service" in call ? Peer.securityGroup(call.service.securityGroup.securityGroupId) : call.peer;
  return peer.kind === "cidr" ? { cidr: peer.cidrBlock } : { securityGroup: peer.securityGroupId };
}
