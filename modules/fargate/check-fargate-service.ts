import type { VpcEndpoints } from "../endpoints/vpc-endpoints";
import type { Network } from "../network/network";
import { hostsTasks } from "../planning/addressing/subnet-spec";
import type { Issue } from "../planning/issue";
import { nearest } from "../planning/nearest";
import { EndpointPlan } from "../planning/plan/endpoint-plan";
import { checkTask } from "../planning/task/check-task";
import type { FargateTask } from "../planning/task/fargate-task";

/** A service as it is checked. */
export interface FargateServiceWish {
  readonly task: FargateTask;
  readonly network: Network;
  readonly endpoints?: VpcEndpoints;
  readonly subnets?: readonly string[];
}

/** Everything that is wrong with a service, its task and its network, as far as literals show. */
export function checkFargateService(wish: FargateServiceWish): Issue[] {
  const issues = [...checkTask(wish.task), ...subnetIssues(wish)];
  // A plan for a task that is wrong itself would only repeat what is wrong.
  if (issues.length === 0) issues.push(...endpointIssues(wish));
  return issues;
}

function subnetIssues({ network, subnets }: FargateServiceWish): Issue[] {
  const taskSubnets = network.subnets.filter(({ tier }) => hostsTasks(tier)).map(({ name }) => name);
  if (taskSubnets.length === 0) {
    return [
      {
        code: "task-subnet-missing",
        path: "network",
        problem: `no subnet of the network "${network.name}" takes tasks`,
        why: "a Fargate task gets its network interface in a subnet; endpoint subnets hold endpoints only",
        fix: 'add a subnet of tier "shared" or "application"',
      },
    ];
  }
  if (subnets === undefined) return [];
  if (subnets.length === 0) {
    return [
      {
        code: "task-subnet-missing",
        path: "subnets",
        problem: "subnets is an empty list",
        why: "a Fargate task gets its network interface in a subnet",
        fix: `leave subnets out to use all of ${taskSubnets.join(", ")}, or name some of them`,
      },
    ];
  }
  return subnets.flatMap((name, index): Issue[] => {
    if (taskSubnets.includes(name)) return [];
    const suggestion = nearest(name, taskSubnets) ?? taskSubnets[0];
    return [
      {
        code: "task-subnet-unknown",
        path: `subnets[${index}]`,
        problem: `"${name}" is not a task subnet of the network "${network.name}"`,
        why: "the service's tasks are placed in the subnets that are named",
        fix: `write "${suggestion}"; the task subnets are ${taskSubnets.join(", ")}`,
      },
    ];
  });
}

function endpointIssues({ task, network, endpoints }: FargateServiceWish): Issue[] {
  const plan = EndpointPlan.forTasks([task]);
  const present = new Set<string>([
    ...(endpoints?.services ?? []),
    ...(network.endpoints ?? []).map(({ service }) => service),
  ]);
  const among =
    present.size === 0 ? "and there are no endpoints" : `which is not among the endpoints ${[...present].join(", ")}`;
  const missing = plan.endpoints
    .filter(({ service }) => !present.has(service))
    .map(
      ({ service, reasons: [{ source, text, failure }] }): Issue => ({
        code: "endpoint-missing",
        ...(source === undefined ? {} : { path: source }),
        problem: `the task needs "${service}", ${among}`,
        why: `${text}; without the endpoint ${failure}`,
        fix: `add "${service}" to services, or use services: EndpointPlan.forTasks([task])`,
      }),
    );
  return [...plan.issues, ...missing];
}
