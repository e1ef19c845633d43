import type { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { Peer } from "../network/peer";
import { egressRule, ingressRule } from "../network/security-group";

/** Two security groups, and what passes between them. */
export interface SecurityGroupConnection {
  /** Id of the security group of who calls: of a load balancer, or of tasks. */
  readonly from: string;
  /** Id of the security group of what is called. */
  readonly to: string;
  readonly port: number;
  /** Port of the health checks, where it is another. */
  readonly healthCheckPort?: number;
  /** @default - no description */
  readonly description?: string;
}

/**
 * Lets who calls out to what is called, and in there: on the port of what is called, from group to group, both ways.
 *
 * @param id how the construct ids of the rules start; the rules belong to `scope`
 */
export function connectSecurityGroups(
  scope: Construct,
  id: string,
  { from, to, port, healthCheckPort, description }: SecurityGroupConnection,
): TerraformResource[] {
  const ports: readonly (readonly [id: string, port: number])[] = [
    [id, port],
    ...(healthCheckPort === undefined || healthCheckPort === port ? [] : [[`${id}-health`, healthCheckPort] as const]),
  ];
  const described = description === undefined ? {} : { description };
  return ports.flatMap(([rule, open]) => [
    egressRule(scope, `${rule}-egress`, from, { peer: Peer.securityGroup(to), port: open, ...described }),
    ingressRule(scope, `${rule}-ingress`, to, { peer: Peer.securityGroup(from), port: open, ...described }),
  ]);
}
