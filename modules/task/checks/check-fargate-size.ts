import { DEFAULT_FARGATE_SIZE, DEFAULT_WINDOWS_SIZE, FARGATE_SIZES } from "../../aws/fargate-size";
import { isWindows } from "../../aws/operating-system";
import { resolvePlatformVersion } from "../../aws/platform-version";
import { meantMemory, readCpu, readMemory } from "../../aws/read-fargate-size";
import { inEachLanguage } from "../../issues/fix";
import { type Issue, issue } from "../../issues/issue";
import { asWritten } from "../../text/words";
import { isPending, isPendingNumber } from "../../values/pending";
import type { UncheckedFargateTask } from "../fargate-task";

/** Whether Fargate has tasks of this size; where it has not, which sizes are near. Units as in {@link FARGATE_SIZES}. */
export function* checkFargateSize(task: UncheckedFargateTask): Generator<Issue> {
  const { cpu, memory } = task;
  if (cpu === undefined || memory === undefined) {
    if (cpu !== memory || task.verbatim !== undefined) yield* reportIncomplete(task);
    return;
  }
  if (isPendingNumber(cpu)) return;
  const units = readCpu(cpu);
  const memories = units === undefined ? undefined : new Map(sizes()).get(units);
  if (units === undefined || memories === undefined) {
    const cpus = sizes().map(([each]) => each);
    yield issue("fargate-cpu-invalid", {
      path: "cpu",
      problem: `Fargate has no tasks with ${asWritten(cpu)} CPU units`,
      fix: {
        library: `write one of ${cpus.join(", ")} as a number (1024 are one vCPU)`,
        ecs: `write one of ${cpus.join(", ")} (1024 are one vCPU)`,
      },
    });
    return;
  }
  yield* checkCpuOfPlatform(task, units);
  if (isPendingNumber(memory)) return;
  const mib = readMemory(memory);
  if (mib !== undefined && memories.includes(mib)) return;
  const meant = mib ?? meantMemory(memory) ?? 0;
  yield issue("fargate-memory-invalid", {
    path: "memory",
    problem:
      mib === undefined
        ? `${asWritten(memory)} is no amount of memory as ECS has it`
        : `a task with ${units} CPU units cannot have ${asWritten(memory)}${hasUnit(memory) ? "" : " MiB"} of memory`,
    ...(mib === undefined ? { why: "it is a number of MiB, or a number with the unit GB" } : {}),
    fix: inEachLanguage(
      ({ size }) =>
        `write ${size("memory", nearestMemory(meant, memories))}; with cpu ${units} there are ${describeMemories(memories)}`,
    ),
  });
}

/** Whether a size names its unit, as `"2 GB"` does. */
function hasUnit(size: unknown): boolean {
  return typeof size === "string" && !/^\s*\d+\s*$/.test(size);
}

function sizes(): (readonly [number, readonly number[]])[] {
  return Object.entries(FARGATE_SIZES).map(([units, memories]) => [Number(units), memories] as const);
}

function* reportIncomplete({ cpu, memory, operatingSystemFamily, verbatim }: UncheckedFargateTask): Generator<Issue> {
  const least = isWindows(operatingSystemFamily) ? DEFAULT_WINDOWS_SIZE : DEFAULT_FARGATE_SIZE;
  yield issue("fargate-size-incomplete", {
    path: cpu === undefined ? "cpu" : "memory",
    problem:
      cpu === undefined && memory === undefined
        ? "the task has neither cpu nor memory"
        : cpu === undefined
          ? `memory is ${asWritten(memory)}, but cpu is not given`
          : `cpu is ${asWritten(cpu)}, but memory is not given`,
    fix:
      verbatim === undefined
        ? `give both, or neither for the smallest size (cpu ${least.cpu}, memory ${least.memory})`
        : `give both, for example cpu ${least.cpu} and memory ${least.memory}`,
  });
}

/** Which sizes need which platform. Source: as for {@link FARGATE_SIZES}. */
function* checkCpuOfPlatform(task: UncheckedFargateTask, units: number): Generator<Issue> {
  const { operatingSystemFamily, platformVersion } = task;
  if (isPending(operatingSystemFamily) || isPending(platformVersion)) return;
  if (isWindows(operatingSystemFamily)) {
    if (units >= 1024 && units <= 4096) return;
    yield issue("fargate-cpu-platform", {
      path: "cpu",
      problem: `Fargate has no Windows tasks with ${units} CPU units`,
      why: "Windows tasks have 1024, 2048 or 4096",
      fix: inEachLanguage(
        ({ size }) => `write ${size("cpu", units < 1024 ? 1024 : 4096)} and a memory that goes with it`,
      ),
    });
  } else if (units >= 8192 && resolvePlatformVersion(platformVersion) === "1.3.0") {
    yield issue("fargate-cpu-platform", {
      path: "cpu",
      problem: `platform version 1.3.0 has no tasks with ${units} CPU units`,
      why: "8192 and more need platform version 1.4.0",
      fix: inEachLanguage(
        ({ platformVersion: version, size }) =>
          `write ${version("1.4.0")}, or ${size("cpu", 4096)} and a memory that goes with it`,
      ),
    });
  }
}

/** The smallest size that is enough, or the largest that there is. */
function nearestMemory(wanted: number, memories: readonly number[]): number | undefined {
  return memories.find((memory) => memory >= wanted) ?? memories.at(-1);
}

function describeMemories(memories: readonly number[]): string {
  if (memories.length <= 4) return memories.join(", ");
  const [first, second, last] = [memories[0], memories[1], memories.at(-1)];
  return `${first} to ${last} in steps of ${(second ?? 0) - (first ?? 0)}`;
}
