import type { Issue } from "../issue";
import { isUnresolved } from "../unresolved";
import { DEFAULT_FARGATE_SIZE, FARGATE_SIZES } from "./fargate-size";

/** Whether Fargate has tasks of this size; where it has not, which sizes are near. Units as in {@link FARGATE_SIZES}. */
export function checkFargateSize(
  cpu: number | undefined,
  memory: number | undefined,
  report: (issue: Issue) => void,
): void {
  if (isUnresolved(cpu) || isUnresolved(memory)) return;
  if (cpu === undefined && memory === undefined) return;
  const why = "Fargate has fixed pairs of CPU and memory; ECS refuses any other when the task definition is registered";
  if (cpu === undefined || memory === undefined) {
    const missing = cpu === undefined ? "cpu" : "memory";
    report({
      code: "fargate-size-incomplete",
      path: missing,
      problem:
        cpu === undefined ? `memory is ${memory}, but cpu is not given` : `cpu is ${cpu}, but memory is not given`,
      why,
      fix: `give both, or neither for the smallest size (cpu ${DEFAULT_FARGATE_SIZE.cpu}, memory ${DEFAULT_FARGATE_SIZE.memory})`,
    });
    return;
  }
  const sizes = new Map<number, readonly number[]>(
    Object.entries(FARGATE_SIZES).map(([units, memories]) => [Number(units), memories]),
  );
  const memories = sizes.get(cpu);
  if (memories === undefined) {
    report({
      code: "fargate-cpu-invalid",
      path: "cpu",
      problem: `Fargate has no tasks with ${cpu} CPU units`,
      why,
      fix: `write one of ${[...sizes.keys()].join(", ")} (1024 are one vCPU)`,
    });
  } else if (!memories.includes(memory)) {
    report({
      code: "fargate-memory-invalid",
      path: "memory",
      problem: `a task with ${cpu} CPU units cannot have ${memory} MiB of memory`,
      why,
      fix: `write ${nearestMemory(memory, memories)}; with cpu ${cpu} there are ${describeMemories(memories)}`,
    });
  }
}

/** The smallest size that is enough, or the largest that there is. */
function nearestMemory(wanted: number, memories: readonly number[]): string {
  return `memory: ${memories.find((memory) => memory >= wanted) ?? memories.at(-1)}`;
}

function describeMemories(memories: readonly number[]): string {
  if (memories.length <= 4) return memories.join(", ");
  const [first, second, last] = [memories[0], memories[1], memories.at(-1)];
  return `${first} to ${last} in steps of ${(second ?? 0) - (first ?? 0)}`;
}
