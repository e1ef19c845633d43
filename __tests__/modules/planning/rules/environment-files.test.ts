import { expect, it } from "vitest";
import { issuesOf, plannedBy, taskWith } from "../../../support/planned";
import { STRING_TOKENS } from "../../../support/tokens";

const RULE = "environment-files";
const FILE = "arn:aws:s3:::orders-config/production.env";

it("R10: an environment file needs s3", () => {
  expect(plannedBy(RULE, taskWith({ environmentFiles: [FILE] }))).toEqual(["s3"]);
  expect(plannedBy(RULE, taskWith({}))).toEqual([]);
});

it("R10x: a bucket in another Region is out of reach; one of no known Region counts as near", () => {
  const task = taskWith({ environmentFiles: [FILE, { arn: FILE, region: "us-east-1" }] });
  expect(issuesOf(task, { region: "eu-west-1" })).toEqual(["error other-region containers.api.environmentFiles[1]"]);
  expect(issuesOf(task)).toEqual([]);
});

it.each(STRING_TOKENS)("R10: a file that only Terraform knows needs s3: %s", (_name, token) => {
  const task = taskWith({ environmentFiles: [token, { arn: token, region: token }] });
  expect(plannedBy(RULE, task, { region: "eu-west-1" })).toEqual(["s3"]);
});
