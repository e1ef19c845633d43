import { hostsTasks } from "../addressing/subnet-spec";
import { checkEgressNames } from "../endpoints/check-egress-names";
import { endpointEgress } from "../endpoints/endpoint-egress";
import { type Issue, issue } from "../issues/issue";
import { nearest } from "../text/nearest";
import type { FargateTaskDefinitionProps } from "./fargate-task-definition-props";

/** Everything that is wrong with where the tasks of a service are placed. */
export function* checkPlacement(props: FargateTaskDefinitionProps): Generator<Issue> {
  const { network, endpoints, securityGroup } = props;
  yield* checkSubnets(props);
  yield* checkEgressNames("tasks", endpointEgress(network, endpoints), securityGroup?.egress);
}

function* checkSubnets({ network, subnets }: FargateTaskDefinitionProps): Generator<Issue> {
  const known = network.subnets.filter(({ tier }) => hostsTasks(tier)).map(({ name }) => name);
  if (known.length === 0) {
    yield issue("task-subnet-missing", {
      path: "network",
      problem: `no subnet of the network "${network.name}" takes tasks`,
      fix: 'add a subnet of tier "shared" or "application"',
    });
    return;
  }
  if (subnets?.length === 0) {
    yield issue("task-subnet-missing", {
      path: "subnets",
      problem: "subnets is an empty list",
      why: "a Fargate task gets its network interface in a subnet",
      fix: `leave subnets out to use all of ${known.join(", ")}, or name some of them`,
    });
  }
  for (const [index, name] of (subnets ?? []).entries()) {
    if (known.includes(name)) continue;
    yield issue("task-subnet-unknown", {
      path: `subnets[${index}]`,
      problem: `"${name}" is not a task subnet of the network "${network.name}"`,
      fix: `write "${nearest(name, known) ?? known[0]}"; the task subnets are ${known.join(", ")}`,
    });
  }
}
