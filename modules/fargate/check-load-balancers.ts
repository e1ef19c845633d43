import { type Issue, issue } from "../issues/issue";
import type { LoadBalancerTarget } from "../load-balancing/load-balancer-target";
import type { FargateTask } from "../task/fargate-task";
import { portMapping } from "../task/port-mapping";
import { nearest } from "../text/nearest";
import { isUnresolved } from "../values/unresolved";
import type { FargateServiceProps } from "./fargate-service-props";

/** Everything that is wrong with how load balancers and a service are put together. */
export function* checkLoadBalancers({
  task,
  loadBalancers = [],
  healthCheckGracePeriod,
}: FargateServiceProps): Generator<Issue> {
  for (const [index, target] of loadBalancers.entries()) yield* checkTarget(task, target, `loadBalancers[${index}]`);
  yield* checkGracePeriod(healthCheckGracePeriod, loadBalancers.length);
}

function* checkTarget(
  { containers }: FargateTask,
  { container, port }: LoadBalancerTarget,
  path: string,
): Generator<Issue> {
  const own = containers[container];
  if (own === undefined) {
    const names = Object.keys(containers);
    yield issue("load-balancer-container-unknown", {
      path: `${path}.container`,
      problem: `the load balancer forwards to the container "${container}", which the task does not have`,
      fix: `write "${nearest(container, names) ?? names[0]}"; the containers are ${names.join(", ")}`,
    });
    return;
  }
  const ports = (own.ports ?? []).map((mapping) => portMapping(mapping));
  if (isUnresolved(port) || ports.some(({ containerPort }) => isUnresolved(containerPort))) return;
  if (ports.some(({ containerPort, protocol }) => containerPort === port && protocol === "tcp")) return;
  const known = ports.map(({ containerPort, protocol }) => `${containerPort}/${protocol}`).join(", ");
  yield issue("load-balancer-port-unknown", {
    path: `${path}.port`,
    problem: `the load balancer forwards to port ${port} of the container "${container}", which it does not listen on`,
    why: `ECS refuses a port that is not among the container's TCP ports (${known || "it has none"})`,
    fix: `add ${port} to containers.${container}.ports, or forward to a port that is there`,
  });
}

function* checkGracePeriod(period: number | undefined, targets: number): Generator<Issue> {
  if (period === undefined || isUnresolved(period)) return;
  if (targets === 0) {
    yield issue("health-check-grace-period-unused", {
      path: "healthCheckGracePeriod",
      problem: `healthCheckGracePeriod is ${period}, but the service has no load balancer`,
      fix: "remove it, or give the service loadBalancers",
    });
    return;
  }
  if (Number.isInteger(period) && period >= 0 && period <= 2_147_483_647) return;
  yield issue("health-check-grace-period-invalid", {
    path: "healthCheckGracePeriod",
    problem: `a healthCheckGracePeriod of ${period} cannot be had`,
    fix: "write a whole number of seconds, for example 60",
  });
}
