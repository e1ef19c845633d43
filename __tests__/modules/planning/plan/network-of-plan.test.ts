import { describe, expect, it } from "vitest";
import { explainCost } from "../../../../modules/cost/explain-cost";
import { EndpointPlan } from "../../../../modules/planning/plan/endpoint-plan";
import { ContainerImage } from "../../../../modules/task/images/container-image";
import { ordersTask } from "../../../support/orders";

describe("what a plan costs", () => {
  it("is that of its endpoints in some zones", () => {
    const plan = EndpointPlan.forTasks([ordersTask], { region: "us-east-1" });
    const count = plan.endpoints.filter(({ type }) => type === "Interface").length;
    expect(plan.cost({ zones: 2 }).ways[0]?.total).toEqual({ usd: count * 14.6 });
    expect(plan.cost({ zones: 2, region: "ap-northeast-1" }).ways[0]?.total).toEqual({ usd: count * 20.44 });
  });

  it("is named by the tasks and instances, and by none where there is none", () => {
    const plan = EndpointPlan.forTasks([ordersTask, { ...ordersTask, family: "bills" }]);
    expect(plan.withInstances([{ name: "host", uses: ["logs"] }]).cost({ zones: 1 }).name).toBe("bills, orders, host");
    expect(EndpointPlan.forTasks([]).cost({ zones: 1 }).name).toBe("no task");
  });

  it("says that a registry elsewhere needs another way out", () => {
    const image = ContainerImage.registry("ghcr.io/shop/orders:1");
    const cost = EndpointPlan.forTasks([{ family: "orders", containers: { api: { image } } }]).cost({ zones: 1 });
    expect(cost.outside).toEqual(["ghcr.io"]);
    expect(explainCost(cost)).toContain("No endpoint leads to ghcr.io");
  });

  it("throws nothing, whatever the numbers are", () => {
    const plan = EndpointPlan.forTasks([ordersTask]);
    for (const zones of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(plan.cost({ region: "us-east-1", zones }).ways[0]?.total).toHaveProperty("unknown");
    }
  });
});
