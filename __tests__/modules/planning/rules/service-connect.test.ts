import { expect, it } from "vitest";
import { EndpointPlan } from "../../../../modules/planning/plan/endpoint-plan";
import { issuesOf, plannedBy, taskWith } from "../../../support/planned";

it("R17: Service Connect is planned with ecs-agent, and a note to verify it", () => {
  const task = taskWith({}, { serviceConnect: { namespace: "orders" } });
  expect(plannedBy("service-connect", task)).toEqual(["ecs-agent"]);
  expect(issuesOf(task)).toEqual(["note service-connect-unverified serviceConnect"]);
  expect(plannedBy("service-connect", taskWith({}))).toEqual([]);
});

it("R17: Service Connect leaves open whether a network arrives that has neither the endpoint nor a way out", () => {
  const task = taskWith({}, { serviceConnect: { namespace: "orders" } });
  const plan = EndpointPlan.forTasks([task], { endpoints: [] });
  expect(plan.endpoints.map(({ service }) => service)).not.toContain("ecs-agent");
  const [note] = plan.issues.filter(({ code }) => code === "service-connect-unverified");
  expect(note && plan.leavesOpen(note)).toBe(true);
  const wayOut = EndpointPlan.forTasks([task], { endpoints: [], wayOut: "nat-gateway" });
  expect(wayOut.endpoints.map(({ service }) => service)).toContain("ecs-agent");
});
