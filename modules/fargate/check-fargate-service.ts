import { hostsTasks } from "../addressing/subnet-spec";
import type { PresentEndpoint } from "../asks/plan-surroundings";
import { type WayOut, wayOutInWords } from "../aws/way-out";
import type { VpcEndpoints } from "../endpoints/vpc-endpoints";
import { type Issue, issue } from "../issues/issue";
import type { Network } from "../network/network";
import type { SecurityGroupRule } from "../network/security-group";
import { wayOutOfTasks } from "../network/way-out";
import { EndpointPlan } from "../planning/plan/endpoint-plan";
import { missingEndpointIssues } from "../planning/plan/missing-endpoint-issues";
import { checkTask } from "../task/checks/check-task";
import { nearest } from "../text/nearest";
import { checkLoadBalancers, type LoadBalancersWish } from "./check-load-balancers";
import { endpointEgress } from "./endpoint-egress";
import type { ExistingRole, TaskRoleOptions } from "./role";
import { ebsVolumeIssues } from "./service-settings";
import { lostFieldIssues } from "./task-definition-settings";

/** A service as it is checked. */
export interface FargateServiceWish extends LoadBalancersWish {
  readonly network: Network;
  readonly endpoints?: VpcEndpoints;
  readonly subnets?: readonly string[];
  readonly taskRole?: TaskRoleOptions | ExistingRole;
  readonly securityGroup?: { readonly egress?: Readonly<Record<string, SecurityGroupRule>> };
}

/** Everything that is wrong with a service, its task and its network, as far as literals show. */
export function checkFargateService(wish: FargateServiceWish): Issue[] {
  const issues = [
    ...checkTask(wish.task),
    ...serviceIssues(wish),
    ...subnetIssues(wish),
    ...egressIssues(wish),
    ...checkLoadBalancers(wish),
  ];
  // A plan for a task that is wrong itself would only repeat what is wrong.
  if (issues.length === 0) issues.push(...endpointIssues(wish));
  return issues;
}

/** What a task asks for and its service cannot give. */
function serviceIssues({ task, taskRole }: FargateServiceWish): Issue[] {
  const issues = [...lostFieldIssues(task), ...ebsVolumeIssues(task)];
  if (taskRole !== undefined && "arn" in taskRole && task.taskRoleStatements !== undefined) {
    issues.push(
      issue("task-role-statements-unused", {
        path: "taskRole",
        problem: "the task has taskRoleStatements, but its role is one of yours",
        fix: "put them into your role, and name what the application calls by uses",
      }),
    );
  }
  return issues;
}

function subnetIssues({ network, subnets }: FargateServiceWish): Issue[] {
  const taskSubnets = network.subnets.filter(({ tier }) => hostsTasks(tier)).map(({ name }) => name);
  if (taskSubnets.length === 0) {
    return [
      issue("task-subnet-missing", {
        path: "network",
        problem: `no subnet of the network "${network.name}" takes tasks`,
        fix: 'add a subnet of tier "shared" or "application"',
      }),
    ];
  }
  if (subnets === undefined) return [];
  if (subnets.length === 0) {
    return [
      issue("task-subnet-missing", {
        path: "subnets",
        problem: "subnets is an empty list",
        why: "a Fargate task gets its network interface in a subnet",
        fix: `leave subnets out to use all of ${taskSubnets.join(", ")}, or name some of them`,
      }),
    ];
  }
  return subnets.flatMap((name, index): Issue[] => {
    if (taskSubnets.includes(name)) return [];
    const suggestion = nearest(name, taskSubnets) ?? taskSubnets[0];
    return [
      issue("task-subnet-unknown", {
        path: `subnets[${index}]`,
        problem: `"${name}" is not a task subnet of the network "${network.name}"`,
        fix: `write "${suggestion}"; the task subnets are ${taskSubnets.join(", ")}`,
      }),
    ];
  });
}

/** A rule of the same name would take the place of the one that leads to the endpoints. */
function egressIssues({ network, endpoints, securityGroup }: FargateServiceWish): Issue[] {
  const taken = endpointEgress(network, endpoints);
  return Object.keys(securityGroup?.egress ?? {})
    .filter((name) => Object.hasOwn(taken, name))
    .map((name) =>
      issue("egress-rule-name-taken", {
        path: `securityGroup.egress.${name}`,
        problem: `the egress rule "${name}" has the name of a rule that lets the tasks out ${taken[name]?.description}`,
        why: "the name is part of the resource address, and without the other rule the tasks reach no endpoint",
        fix: `give it another name, for example "${name}-own"`,
      }),
    );
}

function endpointIssues({ task, network, endpoints, subnets, securityGroup }: FargateServiceWish): Issue[] {
  const present: PresentEndpoint[] = [
    ...Array.from(endpoints?.gateways.keys() ?? [], (service) => ({ service, type: "Gateway" }) as const),
    ...Array.from(endpoints?.interfaces.keys() ?? [], (service) => ({ service, type: "Interface" }) as const),
    ...(network.endpoints ?? []),
  ];
  const wayOut = wayOutOfTasks(network, subnets);
  const surroundings = { ...network, ...(wayOut === undefined ? {} : { wayOut }), endpoints: present };
  const plan = EndpointPlan.forTasks([task]).in(surroundings);
  const shut = wayOut !== undefined && Object.keys(securityGroup?.egress ?? {}).length === 0;
  const outside = [...plan.missing.map(({ service }) => `"${service}"`), ...plan.issues.flatMap(calledOutside)];
  return [
    ...plan.issues,
    ...missingEndpointIssues(plan),
    ...(shut && outside.length > 0 ? [egressMissingIssue(outside.join(", "), wayOut)] : []),
  ];
}

/** What the task calls on a way out because no endpoint leads there. */
function calledOutside({ code, path }: Issue): string[] {
  if (code === "registry-unreachable") return [`the registry of ${path}`];
  return code === "log-destination-unreachable" ? [`the destination of ${path}`] : [];
}

/** A way out that the tasks' security group does not let them take is none. */
function egressMissingIssue(called: string, wayOut: WayOut): Issue {
  return issue("egress-missing", {
    path: "securityGroup.egress",
    problem: `the task calls ${called} by ${wayOutInWords(wayOut)}, but its security group lets it out to endpoints only`,
    fix: 'write securityGroup: { egress: { internet: { peer: Peer.cidr("0.0.0.0/0"), port: 443 } } }, or add endpoints',
  });
}
