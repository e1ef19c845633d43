import { expect, it } from "vitest";
import { issuesOf, plannedBy, taskWith } from "../../../support/planned";

it("R17: Service Connect is planned with ecs-agent, and a note to verify it", () => {
  const task = taskWith({}, { serviceConnect: { namespace: "orders" } });
  expect(plannedBy("service-connect", task)).toEqual(["ecs-agent"]);
  expect(issuesOf(task)).toEqual(["note service-connect-unverified serviceConnect"]);
  expect(plannedBy("service-connect", taskWith({}))).toEqual([]);
});
