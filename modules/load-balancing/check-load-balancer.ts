import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";
import { checkLoadBalancerPlacement } from "./check-load-balancer-placement";
import type { LoadBalancerProps } from "./load-balancer-props";

/** What a kind of load balancer takes. */
export interface LoadBalancerNeeds {
  /** How many zones at least. */
  readonly zones: 1 | 2;
  /** Whether somebody has to be named who may connect. */
  readonly ingress: boolean;
}

/** Everything that is wrong with a load balancer, apart from its listeners. */
export function* checkLoadBalancer(props: LoadBalancerProps, needs: LoadBalancerNeeds): Generator<Issue> {
  yield* checkName(props);
  if (needs.ingress) yield* checkIngress(props);
  yield* checkLoadBalancerPlacement(props, needs.zones);
}

function* checkName({ name }: LoadBalancerProps): Generator<Issue> {
  if (name === undefined || isUnresolved(name)) return;
  if (/^(?!internal-)(?!-)[A-Za-z0-9-]{1,32}(?<!-)$/.test(name)) return;
  yield issue("load-balancer-name-invalid", {
    path: "name",
    problem: `"${name}" is not the name of a load balancer`,
    fix: "write such a name, or leave it out for one that Terraform makes",
  });
}

/** Properties from outside TypeScript may lack it altogether. */
function* checkIngress({ ingress }: Partial<LoadBalancerProps>): Generator<Issue> {
  if (Object.keys(ingress ?? {}).length > 0) return;
  yield issue("load-balancer-ingress-missing", {
    path: "ingress",
    problem: "nobody may connect to the load balancer",
    fix: 'write ingress: { internet: Peer.cidr("0.0.0.0/0") } for everybody, or a narrower peer',
  });
}
