import { expect, it } from "vitest";
import { Volume } from "../../../../modules";
import { issuesOf, planned, taskWith } from "../../../support/planned";

it("R14: a file system of EFS needs no endpoint, but a mount target, which a note says", () => {
  const task = taskWith({}, { volumes: { data: Volume.efs("fs-0123456789abcdef0") } });
  expect(planned(task)).toEqual(planned(taskWith({})));
  expect(issuesOf(task)).toEqual(["note efs-mount-target volumes.data"]);
});

it("a file system of S3 Files needs no endpoint, but a mount target, which a note says", () => {
  const fileSystemArn = "arn:aws:s3files:eu-west-1:123456789012:file-system/fs-0123456789abcdef0";
  const task = taskWith({}, { volumes: { data: { kind: "s3-files", fileSystemArn } } });
  expect(planned(task)).toEqual(planned(taskWith({})));
  expect(issuesOf(task)).toEqual(["note s3-files-mount-target volumes.data"]);
});

it("a volume of a kind that is not known is a note", () => {
  const task = taskWith({}, { volumes: { data: { kind: "other", field: "newVolumeConfiguration" } } });
  expect(planned(task)).toEqual(planned(taskWith({})));
  expect(issuesOf(task)).toEqual(["note volume-unrecognized volumes.data"]);
});

it("R16: a volume of EBS needs no endpoint", () => {
  const task = taskWith({}, { volumes: { data: Volume.ebs(), scratch: Volume.bind() } });
  expect(planned(task)).toEqual(planned(taskWith({})));
  expect(issuesOf(task)).toEqual([]);
});
