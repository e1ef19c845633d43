import { type Issue, issue } from "../issues/issue";
import type { LoadBalancerTarget } from "../load-balancing/load-balancer-target";
import type { FargateTask } from "../task/fargate-task";
import { portMapping } from "../task/port-mapping";
import { nearest } from "../text/nearest";
import { isUnresolved } from "../values/unresolved";

/** A service and its load balancers as they are checked. */
export interface LoadBalancersWish {
  readonly task: FargateTask;
  readonly loadBalancers?: readonly LoadBalancerTarget[];
  readonly healthCheckGracePeriod?: number;
}

/** Everything that is wrong with how load balancers and a service are put together. */
export function checkLoadBalancers({ task, loadBalancers = [], healthCheckGracePeriod }: LoadBalancersWish): Issue[] {
  return [
    ...loadBalancers.flatMap((target, index) => targetIssues(task, target, `loadBalancers[${index}]`)),
    ...gracePeriodIssues(healthCheckGracePeriod, loadBalancers.length),
  ];
}

function targetIssues({ containers }: FargateTask, { container, port }: LoadBalancerTarget, path: string): Issue[] {
  const names = Object.keys(containers);
  const own = containers[container];
  if (own === undefined) {
    return [
      issue("load-balancer-container-unknown", {
        path: `${path}.container`,
        problem: `the load balancer forwards to the container "${container}", which the task does not have`,
        fix: `write "${nearest(container, names) ?? names[0]}"; the containers are ${names.join(", ")}`,
      }),
    ];
  }
  const ports = (own.ports ?? []).map((mapping) => portMapping(mapping));
  if (isUnresolved(port) || ports.some(({ containerPort }) => isUnresolved(containerPort))) return [];
  if (ports.some(({ containerPort, protocol }) => containerPort === port && protocol === "tcp")) return [];
  const known = ports.map(({ containerPort, protocol }) => `${containerPort}/${protocol}`).join(", ");
  return [
    issue("load-balancer-port-unknown", {
      path: `${path}.port`,
      problem: `the load balancer forwards to port ${port} of the container "${container}", which it does not listen on`,
      why: `ECS refuses a port that is not among the container's TCP ports (${known || "it has none"})`,
      fix: `add ${port} to containers.${container}.ports, or forward to a port that is there`,
    }),
  ];
}

function gracePeriodIssues(period: number | undefined, targets: number): Issue[] {
  if (period === undefined || isUnresolved(period)) return [];
  if (targets === 0) {
    return [
      issue("health-check-grace-period-unused", {
        path: "healthCheckGracePeriod",
        problem: `healthCheckGracePeriod is ${period}, but the service has no load balancer`,
        fix: "remove it, or give the service loadBalancers",
      }),
    ];
  }
  if (Number.isInteger(period) && period >= 0 && period <= 2_147_483_647) return [];
  return [
    issue("health-check-grace-period-invalid", {
      path: "healthCheckGracePeriod",
      problem: `a healthCheckGracePeriod of ${period} cannot be had`,
      fix: "write a whole number of seconds, for example 60",
    }),
  ];
}
