import type { PresentEndpoint } from "../asks/plan-surroundings";
import type { VpcEndpoints } from "../endpoints/vpc-endpoints";
import { type Issue, issue } from "../issues/issue";
import type { Network } from "../network/network";
import type { SecurityGroupRule } from "../network/security-group";
import { checkInstanceSpec } from "../planning/instance/check-instance-spec";
import type { InstanceSpec } from "../planning/instance/instance-spec";
import { EndpointPlan } from "../planning/plan/endpoint-plan";
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
    ...egressIssues(wish),
  ];
  // A plan for an instance that is wrong itself would only repeat what is wrong.
  return issues.length === 0 ? wayIssues(wish) : issues;
}

/** A rule of the same name would take the place of the one that leads to the endpoints. */
function egressIssues({ network, subnet, endpoints, securityGroup }: InstanceWish): Issue[] {
  const taken = instanceEgress(network, instanceSubnet(network, subnet), endpoints);
  return Object.keys(securityGroup?.egress ?? {})
    .filter((name) => Object.hasOwn(taken, name))
    .map((name) =>
      issue("egress-rule-name-taken", {
        path: `securityGroup.egress.${name}`,
        problem: `the egress rule "${name}" has the name of a rule that lets the instance out ${taken[name]?.description}`,
        why: "the name is part of the resource address, and without the other rule the instance does not get there",
        fix: `give it another name, for example "${name}-own"`,
      }),
    );
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
  const present: PresentEndpoint[] = [
    ...endpoints.flatMap(({ gateways, interfaces }) => [
      ...Array.from(gateways.keys(), (service) => ({ service, type: "Gateway" }) as const),
      ...Array.from(interfaces.keys(), (service) => ({ service, type: "Interface" }) as const),
    ]),
    ...(network.endpoints ?? []),
  ];
  const names = [...new Set(present.map(({ service }) => service))].join(", ");
  const among = names === "" ? "and there are no endpoints" : `which is not among the endpoints ${names}`;
  return plan.in({ region: network.region, endpoints: present }).missing.map(
    ({ service, reasons: [{ source, text, failure, task }] }): Issue =>
      issue("endpoint-missing", {
        path: source === undefined ? undefined : `instance.${source}`,
        problem: `the instance "${task}" needs "${service}", ${among}`,
        why: `${text}; without the endpoint ${failure}`,
        fix:
          source === "sessionManager"
            ? `add "${service}" to services, or use services: EndpointPlan.forInstances([instance]), or write sessionManager: false`
            : `add "${service}" to services, or use services: EndpointPlan.forInstances([instance])`,
      }),
  );
}
