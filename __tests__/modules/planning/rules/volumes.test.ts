import { expect, it } from "vitest";
import { Volume } from "../../../../modules";
import { issuesOf, planned, taskWith } from "../../../support/planned";

it("R14: a file system of EFS needs no endpoint, but a mount target, which a note says", () => {
  const task = taskWith({}, { volumes: { data: Volume.efs("fs-0123456789abcdef0") } });
  expect(planned(task)).toEqual(planned(taskWith({})));
  expect(issuesOf(task)).toEqual(["note efs-mount-target volumes.data"]);
});

it("R16: a volume of EBS needs no endpoint", () => {
  const task = taskWith({}, { volumes: { data: Volume.ebs(), scratch: Volume.bind() } });
  expect(planned(task)).toEqual(planned(taskWith({})));
  expect(issuesOf(task)).toEqual([]);
});
