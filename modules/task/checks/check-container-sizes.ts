import { DEFAULT_FARGATE_SIZE, DEFAULT_WINDOWS_SIZE } from "../../aws/fargate-size";
import { isWindows } from "../../aws/operating-system";
import { readCpu, readMemory } from "../../aws/read-fargate-size";
import { type Issue, issue } from "../../issues/issue";
import { isPending, isPendingNumber } from "../../values/pending";
import type { UncheckedFargateTask } from "../fargate-task";

/**
 * Whether the containers fit into their task, as far as literals show.
 *
 * Source: Amazon ECS API Reference, ContainerDefinition, `cpu` and `memory`.
 */
export function* checkContainerSizes(task: UncheckedFargateTask): Generator<Issue> {
  const { cpu, memory } = sizeOf(task);
  const containers = Object.entries(task.containers);
  for (const [name, { memory: own }] of containers) {
    if (own === undefined || isPendingNumber(own) || memory === undefined || own <= memory) continue;
    yield issue("container-size-exceeds-task", {
      path: `containers.${name}.memory`,
      problem: `the container "${name}" has ${own} MiB of memory, its task ${memory} MiB`,
      fix: `write at most ${memory}, or give the task more memory`,
    });
  }
  const reserved = containers.map(([, { cpu: own = 0 }]) => own);
  if (cpu === undefined || reserved.some(isPendingNumber)) return;
  const sum = reserved.reduce((total, own) => total + own, 0);
  if (sum <= cpu) return;
  yield issue("container-size-exceeds-task", {
    path: "cpu",
    problem: `the containers have ${sum} CPU units together, their task ${cpu}`,
    fix: `share out at most ${cpu} among them, or leave cpu of the containers out`,
  });
}

/** The size in CPU units and MiB. Where a service leaves it out, that is the smallest. */
function sizeOf({ cpu, memory, operatingSystemFamily, verbatim }: UncheckedFargateTask) {
  if (cpu === undefined && memory === undefined && verbatim === undefined && !isPending(operatingSystemFamily)) {
    return isWindows(operatingSystemFamily) ? DEFAULT_WINDOWS_SIZE : DEFAULT_FARGATE_SIZE;
  }
  return {
    cpu: cpu === undefined ? undefined : readCpu(cpu),
    memory: memory === undefined ? undefined : readMemory(memory),
  };
}
