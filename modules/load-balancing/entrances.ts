import { hostsTasks } from "../addressing/subnet-spec";
import type { LoadBalancerProps } from "./load-balancer-props";
import { loadBalancerSubnets } from "./load-balancer-subnets";

/** A port of a load balancer, and who connects there. */
export interface LoadBalancerEntrance {
  /** Port of a listener. */
  readonly port: number;
  /** IPv4 block of the clients. @default - whatever is in the VPC */
  readonly cidrBlock?: string;
}

/** Where clients come into the subnets of tasks, because the load balancer stands there. What has IPv6 addresses is in the VPC. */
export function entrancesOf(
  props: LoadBalancerProps,
  ports: Readonly<Record<string, number>>,
): readonly LoadBalancerEntrance[] {
  if (!loadBalancerSubnets(props).some(({ tier }) => hostsTasks(tier))) return [];
  return Object.values(ports).flatMap((port) =>
    Object.values(props.ingress).map((peer) => (peer.kind === "cidr" ? { port, cidrBlock: peer.cidrBlock } : { port })),
  );
}
