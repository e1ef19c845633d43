import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { Peer } from "../network/peer";
import { egressRule, ingressRule } from "../network/security-group";

/** Two security groups, and what passes between them. */
export interface SecurityGroupConnection {
  /** Id of the load balancer's security group. */
  readonly from: string;
  /** Id of the targets' security group. */
  readonly to: string;
  readonly port: number;
  /** Port of the health checks, where it is another. */
  readonly healthCheckPort?: number;
}

/**
 * Lets a load balancer out to its targets, and in there: on the port of the targets, from group to group, both ways.
 *
 * @param id how the construct ids of the rules start; the rules belong to `scope`
 */
export function connectSecurityGroups(
  scope: Construct,
  id: string,
  { from, to, port, healthCheckPort }: SecurityGroupConnection,
): ITerraformDependable[] {
  const ports: readonly (readonly [id: string, port: number])[] = [
    [id, port],
    ...(healthCheckPort === undefined || healthCheckPort === port ? [] : [[`${id}-health`, healthCheckPort] as const]),
  ];
  return ports.flatMap(([rule, open]) => [
    egressRule(scope, `${rule}-egress`, from, { peer: Peer.securityGroup(to), port: open }),
    ingressRule(scope, `${rule}-ingress`, to, { peer: Peer.securityGroup(from), port: open }),
  ]);
}
