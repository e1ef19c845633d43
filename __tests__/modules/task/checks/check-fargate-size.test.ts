import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_FARGATE_SIZE, FARGATE_SIZES } from "../../../../modules/aws/fargate-size";
import type { SizeValue } from "../../../../modules/aws/read-fargate-size";
import { checkFargateSize } from "../../../../modules/task/checks/check-fargate-size";
import type { UncheckedFargateTask } from "../../../../modules/task/fargate-task";
import { ordersTask } from "../../../support/orders";
import { onlyIssue } from "../../../support/reported";
import { NUMBER_TOKENS } from "../../../support/tokens";

function check(cpu?: SizeValue, memory?: SizeValue, platform: Partial<UncheckedFargateTask> = {}) {
  const size = { ...(cpu === undefined ? {} : { cpu }), ...(memory === undefined ? {} : { memory }) };
  return [...checkFargateSize({ ...ordersTask, ...platform, ...size })];
}

const legal = new Map<number, readonly number[]>(
  Object.entries(FARGATE_SIZES).map(([cpu, memories]) => [Number(cpu), memories]),
);

describe("checkFargateSize", () => {
  it("takes every pair of the table", () => {
    for (const [cpu, memories] of legal) {
      for (const memory of memories) expect(check(cpu, memory)).toEqual([]);
    }
  });

  it("takes no size for the default one", () => {
    expect(check(undefined, undefined)).toEqual([]);
  });

  it("refuses memory that the CPU units cannot have, and names the next that is enough", () => {
    const issue = onlyIssue(check(512, 1500));
    expect(issue).toMatchObject({ code: "fargate-memory-invalid", path: "memory" });
    expect(issue.problem).toBe("a task with 512 CPU units cannot have 1500 MiB of memory");
    expect(issue.fix).toBe("write memory: 2048; with cpu 512 there are 1024, 2048, 3072, 4096");
  });

  it("names the most that there is for memory beyond it", () => {
    expect(onlyIssue(check(256, 8192)).fix).toBe("write memory: 2048; with cpu 256 there are 512, 1024, 2048");
  });

  it("describes a long list by its ends and its step", () => {
    expect(onlyIssue(check(8192, 17408)).fix).toBe(
      "write memory: 20480; with cpu 8192 there are 16384 to 61440 in steps of 4096",
    );
  });

  it("refuses CPU units that there are not, and names those that there are", () => {
    const issue = onlyIssue(check(300, 512));
    expect(issue).toMatchObject({ code: "fargate-cpu-invalid", path: "cpu" });
    expect(issue.problem).toBe("Fargate has no tasks with 300 CPU units");
    for (const cpu of legal.keys()) expect(issue.fix).toContain(`${cpu}`);
  });

  it.each([
    ["256", "512"],
    ["1 vCPU", "2 GB"],
    [".5 vCPU", "4GB"],
  ])("takes the text %s and %s, as ECS does", (cpu, memory) => {
    expect(check(cpu, memory)).toEqual([]);
  });

  it("shows a text that is no size as it was written", () => {
    expect(onlyIssue(check("large", 512)).problem).toBe('Fargate has no tasks with "large" CPU units');
    expect(onlyIssue(check(256, "little")).problem).toBe('"little" is no amount of memory as ECS has it');
    expect(onlyIssue(check(256, "little")).fix).toContain("memory: 512");
    expect(onlyIssue(check(256, "little")).fix).toContain("memory: 512");
  });

  it("refuses the sizes that Windows does not have", () => {
    const issue = onlyIssue(check(512, 1024, { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" }));
    expect(issue).toMatchObject({ code: "fargate-cpu-platform", path: "cpu" });
    expect(issue.problem).toContain("512");
    expect(issue.fix).toContain("cpu: 1024");
  });

  it("refuses the sizes that need platform version 1.4.0 on 1.3.0", () => {
    expect(check(8192, 16384, { platformVersion: "1.4.0" })).toEqual([]);
    const issue = onlyIssue(check(8192, 16384, { platformVersion: "1.3.0" }));
    expect(issue).toMatchObject({ code: "fargate-cpu-platform", path: "cpu" });
    expect(issue.problem).toContain("8192");
    expect(issue.fix).toContain('platformVersion: "1.4.0"');
  });

  it.each([
    [512, undefined, "memory", "cpu is 512, but memory is not given"],
    [undefined, 1024, "cpu", "memory is 1024, but cpu is not given"],
  ] as const)("refuses half a pair: cpu %s, memory %s", (cpu, memory, path, problem) => {
    const issue = onlyIssue(check(cpu, memory));
    expect(issue).toMatchObject({ code: "fargate-size-incomplete", path, problem });
    expect(issue.fix).toContain(`cpu ${DEFAULT_FARGATE_SIZE.cpu}, memory ${DEFAULT_FARGATE_SIZE.memory}`);
  });

  it("refuses every pair that is not in the table, and proposes one that is", () => {
    const cpus = fc.constantFrom(...legal.keys());
    fc.assert(
      fc.property(cpus, fc.integer({ min: 1, max: 300_000 }), (cpu, memory) => {
        fc.pre(!legal.get(cpu)?.includes(memory));
        const issue = onlyIssue(check(cpu, memory));
        const proposed = Number(/^write memory: (\d+)/.exec(issue.fix)?.[1]);
        expect(issue.problem).toContain(`${memory} MiB`);
        expect(check(cpu, proposed)).toEqual([]);
      }),
    );
  });

  it.each(NUMBER_TOKENS)("does not judge %s", (_name, token) => {
    expect(check(token, token)).toEqual([]);
    expect(check(token, 512)).toEqual([]);
    expect(check(256, token)).toEqual([]);
  });

  it.each([
    ["4096 MB", "memory: 4096"],
    ["4096MiB", "memory: 4096"],
    ["3000m", "memory: 3072"],
    ["5 GiB", "memory: 5120"],
    ["0.5 g", "memory: 2048"],
  ])("reads what %s means, and names the amount as ECS has it", (memory, fix) => {
    const { problem, why, fix: typed } = onlyIssue(check(1024, memory));
    expect(problem).toBe(`"${memory}" is no amount of memory as ECS has it`);
    expect(why).toContain("the unit GB");
    expect(typed).toContain(fix);
  });
});
