import { describe, expect, it } from "vitest";
import { ContainerImage, EndpointPlan, type UncheckedFargateTask } from "../../../../modules";
import { planDifference } from "../../../../modules/planning/plan/plan-difference";
import { taskWith } from "../../../support/planned";

const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders", { tag: "1.4.2" });
const task = (family: string, uses: UncheckedFargateTask["uses"] = []): UncheckedFargateTask => ({
  ...taskWith({ image }, { uses }),
  family,
});
const plan = (...tasks: readonly UncheckedFargateTask[]) => EndpointPlan.forTasks(tasks).toJSON();
const services = (endpoints: readonly { readonly service: string }[]) => endpoints.map(({ service }) => service);

describe("the difference of two plans", () => {
  it("is nothing between a plan and itself", () => {
    const same = plan(task("orders", ["sqs"]));
    expect(planDifference(same, same)).toEqual({
      version: 1,
      added: [],
      removed: [],
      changed: [],
      issues: { added: [], removed: [] },
    });
  });

  it("has the endpoints that came and went, with their reasons", () => {
    const { added, removed, changed } = planDifference(plan(task("orders", ["sqs"])), plan(task("orders", ["sns"])));
    expect([services(added), services(removed), changed]).toEqual([["sns"], ["sqs"], []]);
    expect(added[0]?.reasons).toMatchObject([{ rule: "declared-use", source: "uses[0]" }]);
  });

  it("has the reasons that came and went of an endpoint that stays", () => {
    const [before, after] = [plan(task("orders", ["s3"])), plan(task("orders"))];
    const { added, removed, changed } = planDifference(before, after);
    expect([added, removed]).toEqual([[], []]);
    expect(changed).toMatchObject([{ service: "s3", added: [], removed: [{ source: "uses[0]" }] }]);
    expect(changed[0]).not.toHaveProperty("reasons");
  });

  it("leaves out what stands at another place, and the name of the only task", () => {
    const moved = planDifference(plan(task("orders", ["sqs", "sns"])), plan(task("shop", ["sns", "sqs"])));
    expect([moved.added, moved.removed, moved.changed]).toEqual([[], [], []]);
  });

  it("tells the tasks of a plan for several apart", () => {
    const { changed } = planDifference(plan(task("orders"), task("shop")), plan(task("orders"), task("web")));
    expect(changed[0]).toMatchObject({ added: [{ task: "web" }], removed: [{ task: "shop" }] });
  });

  it("has the issues that came and went", () => {
    const elsewhere = taskWith({ image: ContainerImage.registry("nginx:1.29") });
    const { issues } = planDifference(plan(taskWith({ image })), plan(elsewhere));
    expect(issues).toMatchObject({ added: [{ code: "registry-unreachable" }], removed: [] });
  });
});
