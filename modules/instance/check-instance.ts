import { checkEgressNames } from "../endpoints/check-egress-names";
import type { VpcEndpoints } from "../endpoints/vpc-endpoints";
import type { Issue } from "../issues/issue";
import type { Network } from "../network/network";
import type { SecurityGroupRule } from "../network/security-group";
import { checkInstanceSpec } from "../planning/instance/check-instance-spec";
import type { InstanceSpec } from "../planning/instance/instance-spec";
import { EndpointPlan } from "../planning/plan/endpoint-plan";
import { missingEndpointIssues } from "../planning/plan/missing-endpoint-issues";
import { instanceEgress } from "./instance-egress";
import { checkInstanceSubnet, instanceSubnet } from "./instance-subnet";

/** An instance as it is checked. */
export interface InstanceWish {
  readonly instance: InstanceSpec;
  readonly network: Network;
  readonly endpoints: readonly VpcEndpoints[];
  readonly subnet?: string;
  readonly publicAddress?: boolean;
  readonly securityGroup?: { readonly egress?: Readonly<Record<string, SecurityGroupRule>> };
}

/** Everything that is wrong with an instance and its network, as far as literals show. */
export function checkInstance(wish: InstanceWish): Issue[] {
  const issues = [
    ...checkInstanceSpec(wish.instance),
    ...checkInstanceSubnet(wish.network, wish.subnet, wish.publicAddress),
    ...checkEgressNames(
      "instance",
      instanceEgress(wish.network, instanceSubnet(wish.network, wish.subnet), wish.endpoints),
      wish.securityGroup?.egress,
    ),
  ];
  // A plan for an instance that is wrong itself would only repeat what is wrong.
  return issues.length === 0 ? wayIssues(wish) : issues;
}

/** What the instance calls must have a way: an endpoint, or the way out of its subnet. */
function wayIssues({ instance, network, subnet: name, endpoints, publicAddress }: InstanceWish): Issue[] {
  const subnet = instanceSubnet(network, name);
  const plan = EndpointPlan.forInstances([instance]);
  if (subnet?.tier === "public" && publicAddress === false && plan.endpoints.length > 0) {
    return missingIssues(plan, network, endpoints).map((issue) => ({
      ...issue,
      fix: `${issue.fix}; or leave publicAddress out, since only a public address uses the internet gateway`,
    }));
  }
  return subnet?.wayOut === undefined ? missingIssues(plan, network, endpoints) : [];
}

function missingIssues(plan: EndpointPlan, network: Network, endpoints: readonly VpcEndpoints[]): Issue[] {
  const present = [...endpoints.flatMap((group) => group.present), ...(network.endpoints ?? [])];
  return [...missingEndpointIssues(plan.in({ region: network.region, endpoints: present }), "instance")];
}
