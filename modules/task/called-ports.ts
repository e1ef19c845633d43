import { isPending } from "../values/pending";
import type { UncheckedFargateTask } from "./fargate-task";
import { portMapping } from "./port-mapping";

/**
 * TCP ports at which others call a task: where it offers ports by Service Connect those at which its proxy takes connections,
 * else those of its containers.
 */
export function calledPorts(task: Pick<UncheckedFargateTask, "containers" | "serviceConnect">): readonly number[] {
  const offers = task.serviceConnect?.services ?? [];
  if (offers.length === 0) return [...new Set(tcpPorts(task).map(({ containerPort }) => containerPort))];
  return [
    ...new Set(
      offers.flatMap(({ portName, ingressPortOverride }) => ingressPortOverride ?? portNamed(task, portName) ?? []),
    ),
  ];
}

/** The port of a task that has a name. `undefined` where only Terraform knows it. */
export function portNamed(task: Pick<UncheckedFargateTask, "containers">, portName: string): number | undefined {
  if (isPending(portName)) return undefined;
  const port = tcpPorts(task).find(({ name }) => name === portName)?.containerPort;
  return typeof port === "number" && !isPending(port) ? port : undefined;
}

function tcpPorts({ containers }: Pick<UncheckedFargateTask, "containers">) {
  const ports = Object.values(containers).flatMap(({ ports: own = [] }) => own.map(portMapping));
  return ports.filter(({ protocol }) => protocol === "tcp");
}
