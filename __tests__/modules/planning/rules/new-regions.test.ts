import { expect, it } from "vitest";
import { ContainerImage } from "../../../../modules";
import { issuesOf, planned, taskWith } from "../../../support/planned";

it("warns in the new Region that AWS's page names, and plans nothing more", () => {
  const task = taskWith({ image: ContainerImage.registry("10.0.0.9/app") });
  expect(issuesOf(task, { region: "ca-west-1" })).toEqual(["warning ecs-endpoints-unverified"]);
  expect(issuesOf(task, { region: "ca-central-1" })).toEqual([]);
  expect(planned(task, { region: "ca-west-1" })).toEqual(planned(task));
});

it("R22, R23: neither the control plane nor credentials and metadata need an endpoint", () => {
  const services = planned(taskWith({})).map((endpoint) => endpoint.split(" ")[0]);
  for (const service of [
    "ecs",
    "ecs-agent",
    "ecs-telemetry",
    "sts",
    "application-autoscaling",
    "elasticloadbalancing",
  ]) {
    expect(services).not.toContain(service);
  }
});
