import { expect, it } from "vitest";
import { ContainerImage } from "../../../../modules";
import { issuesOf, plannedBy, taskWith } from "../../../support/planned";

it("R20: GuardDuty's container is pulled from ECR, and its telemetry needs no endpoint", () => {
  const task = taskWith({ image: ContainerImage.registry("10.0.0.9/app") }, { runtimeMonitoring: true });
  expect(plannedBy("runtime-monitoring", task)).toEqual(["s3", "ecr.api", "ecr.dkr"]);
  expect(issuesOf(task)).toEqual(["note guardduty-repository runtimeMonitoring"]);
});

it("R20: without it nothing is planned", () => {
  expect(plannedBy("runtime-monitoring", taskWith({}, { runtimeMonitoring: false }))).toEqual([]);
});
