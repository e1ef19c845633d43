import type { OutsideCall } from "../asks/ask";
import { wayOutInWords } from "../aws/way-out";
import { checkEndpointsNetwork } from "../endpoints/check-endpoints-network";
import { type Issue, issue } from "../issues/issue";
import { wayOutOfTasks } from "../network/way-out";
import { EndpointPlan } from "../planning/plan/endpoint-plan";
import { planInNetwork } from "../planning/plan/endpoint-plan-in-network";
import { missingEndpointIssues } from "../planning/plan/missing-endpoint-issues";
import type { FargateTaskDefinitionProps } from "./fargate-task-definition-props";

/** What a task calls must have a way: an endpoint, or a way out of the network that the security group lets it take. */
export function* checkCalls(props: FargateTaskDefinitionProps): Generator<Issue> {
  const { task, network, endpoints, subnets, securityGroup } = props;
  const wayOut = wayOutOfTasks(network, subnets);
  const present = [...(endpoints?.present ?? []), ...(network.endpoints ?? [])];
  const surroundings = { ...network, ...(wayOut === undefined ? {} : { wayOut }), endpoints: present };
  const plan = planInNetwork(EndpointPlan.forTasksAsRead([task], surroundings), present);
  const foreign = wayOut === undefined ? [...checkEndpointsNetwork(network, endpoints, plan.present)] : [];
  yield* foreign;
  if (foreign.length > 0) return;
  yield* plan.issues;
  yield* missingEndpointIssues(plan, "task");
  if (wayOut === undefined || Object.keys(securityGroup?.egress ?? {}).length > 0) return;
  // How a host is reached that the task declares is said elsewhere, and proved over everything that is written.
  const called = plan.outside.filter(({ declared }) => declared !== true);
  const outside = [...plan.missing.map(({ service }) => `"${service}"`), ...called.map(outsideCall)];
  if (outside.length === 0) return;
  yield issue("egress-missing", {
    path: "securityGroup.egress",
    problem: `the task calls ${outside.join(", ")} by ${wayOutInWords(wayOut)}, but its security group lets it out to endpoints only`,
    fix: 'write securityGroup: { egress: { internet: { peer: Peer.cidr("0.0.0.0/0"), port: 443 } } }, or add endpoints',
  });
}

function outsideCall({ kind, path }: OutsideCall): string {
  return kind === "registry" ? `the registry of ${path}` : `the destination of ${path}`;
}
