import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EndpointPlan } from "../../../../modules/planning/plan/endpoint-plan";
import type { UncheckedFargateTask } from "../../../../modules/task/fargate-task";
import { arbitraryAddition, arbitrarySurroundings, arbitraryTask } from "../../../support/arbitrary-task";

const tasks = fc.array(arbitraryTask, { maxLength: 4 });

/** Every reason and every issue of a plan, as a sorted set. */
const content = (...plans: readonly EndpointPlan[]) => {
  const all = plans.flatMap(({ endpoints, issues }) => [
    ...endpoints.flatMap(({ reasons, ...endpoint }) => reasons.map((reason) => JSON.stringify({ endpoint, reason }))),
    ...issues.map((issue) => JSON.stringify(issue)),
  ]);
  return [...new Set(all)].sort();
};

const endpointsOf = ({ endpoints }: EndpointPlan) =>
  endpoints.map(({ service, type, region }) => `${type} ${service} ${region}`);

/** The same task, its containers in another order. */
const reordered = (task: UncheckedFargateTask): UncheckedFargateTask => ({
  ...task,
  containers: Object.fromEntries(Object.entries(task.containers).reverse()),
});

describe("EndpointPlan, whatever the tasks", () => {
  it("plans for tasks what it plans for some of them and for the others", () => {
    fc.assert(
      fc.property(tasks, tasks, arbitrarySurroundings, (some, others, surroundings) => {
        const plan = (each: readonly UncheckedFargateTask[]) => EndpointPlan.forTasks(each, surroundings);
        expect(content(plan([...some, ...others]))).toEqual(content(plan(some), plan(others)));
        expect(endpointsOf(plan([...some, ...others]))).toEqual(
          [...new Set([...endpointsOf(plan(some)), ...endpointsOf(plan(others))])].sort(),
        );
      }),
    );
  });

  it("never needs fewer endpoints for a task that asks for more", () => {
    fc.assert(
      fc.property(arbitraryTask, arbitraryAddition, arbitrarySurroundings, (task, add, surroundings) => {
        const before = endpointsOf(EndpointPlan.forTasks([task], surroundings));
        expect(endpointsOf(EndpointPlan.forTasks([add(task)], surroundings))).toEqual(expect.arrayContaining(before));
      }),
    );
  });

  it("is the same for every order of tasks and containers", () => {
    const inTwoOrders = tasks.chain((some) =>
      fc.shuffledSubarray(some, { minLength: some.length }).map((others) => [some, others] as const),
    );
    fc.assert(
      fc.property(inTwoOrders, arbitrarySurroundings, ([some, others], surroundings) => {
        const plan = EndpointPlan.forTasks(some, surroundings);
        const other = EndpointPlan.forTasks(others.map(reordered), surroundings);
        expect(other.explain()).toBe(plan.explain());
        expect(JSON.stringify(other)).toBe(JSON.stringify(plan));
        expect(other.toMarkdown()).toBe(plan.toMarkdown());
      }),
    );
  });

  it("explains every endpoint with a reason, and only needed ones", () => {
    fc.assert(
      fc.property(tasks, (some) => {
        const plan = EndpointPlan.forTasks(some);
        const [, ...lines] = plan.explain().split("\n\n")[0]?.split("\n") ?? [];
        const rows = lines.map((line) => /^ {2}(\S*) +(Gateway|Interface)? +(.+)$/.exec(line)?.slice(1, 4) ?? []);
        const named = rows.flatMap(([service, type]) => (service === "" ? [] : [`${type} ${service} undefined`]));
        expect(named).toEqual(endpointsOf(plan));
        const reasons = plan.endpoints.flatMap(({ reasons }) => reasons);
        expect(rows.length).toBe(reasons.length);
        for (const [index, { text, source = "" }] of reasons.entries()) {
          expect(rows[index]?.[2]).toContain(text);
          expect(rows[index]?.[2]).toContain(source);
        }
      }),
    );
  });

  it("has everything that it needs in a network with exactly these endpoints, and nothing without any", () => {
    fc.assert(
      fc.property(tasks, (some) => {
        const plan = EndpointPlan.forTasks(some);
        const full = plan.in({ endpoints: plan.endpoints });
        expect([full.missing, full.unused]).toEqual([[], []]);
        expect(full.present).toEqual(plan.endpoints);
        const empty = plan.in({});
        expect([empty.present, empty.missing]).toEqual([[], plan.endpoints]);
      }),
    );
  });

  it("has no error where the network has a way out", () => {
    fc.assert(
      fc.property(tasks, arbitrarySurroundings, (some, surroundings) => {
        const { issues } = EndpointPlan.forTasks(some, { ...surroundings, wayOut: "nat-gateway" });
        expect(issues.map(({ severity }) => severity)).not.toContain(undefined);
        expect(issues.map(({ severity }) => severity)).not.toContain("error");
      }),
    );
  });
});
