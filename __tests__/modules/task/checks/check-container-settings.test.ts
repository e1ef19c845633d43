import { describe, expect, it } from "vitest";
import { checkContainerSettings } from "../../../../modules/task/checks/check-container-settings";
import type { Container } from "../../../../modules/task/container";
import { silent } from "../../../support/planned";
import { onlyIssue } from "../../../support/reported";
import { NUMBER_TOKENS, STRING_TOKENS } from "../../../support/tokens";

const check = (own: Partial<Container>) => [...checkContainerSettings({ ...silent, ...own }, "containers.api")];
const command = ["CMD-SHELL", "true"];

describe("the health check of a container", () => {
  it("may have the least and the most", () => {
    expect(check({ healthCheck: { command } })).toEqual([]);
    expect(check({ healthCheck: { command, interval: 5, timeout: 2, retries: 1, startPeriod: 0 } })).toEqual([]);
    expect(check({ healthCheck: { command, interval: 300, timeout: 60, retries: 10, startPeriod: 300 } })).toEqual([]);
  });

  it.each([
    ["interval", 4, 5],
    ["interval", 301, 300],
    ["timeout", 1, 2],
    ["timeout", 61, 60],
    ["retries", 0, 1],
    ["retries", 11, 10],
    ["startPeriod", -1, 0],
    ["startPeriod", 301, 300],
    ["interval", 30.5, 31],
  ])("is refused with %s %s", (field, value, proposed) => {
    const issue = onlyIssue(check({ healthCheck: { command, [field]: value } }));
    expect(issue).toMatchObject({
      code: "health-check-out-of-range",
      path: `containers.api.healthCheck.${field}`,
      problem: `${field} ${value} is out of range`,
      fix: `write ${proposed}`,
    });
  });

  it("is refused without a command", () => {
    expect(onlyIssue(check({ healthCheck: { command: [] } })).code).toBe("health-check-empty");
  });
});

describe("the stop timeout of a container", () => {
  it.each([2, 120])("may be %i seconds", (stopTimeout) => expect(check({ stopTimeout })).toEqual([]));

  it.each([
    [-1, 2],
    [0, 2],
    [1, 2],
    [2.5, 3],
    [121, 120],
  ])("is refused as %d seconds", (stopTimeout, proposed) => {
    const issue = onlyIssue(check({ stopTimeout }));
    expect(issue).toMatchObject({ code: "stop-timeout-out-of-range", path: "containers.api.stopTimeout" });
    expect(issue.fix).toBe(`write ${proposed}`);
  });
});

describe("the environment files of a container", () => {
  const file = "arn:aws:s3:::orders-config/a/production.env";

  it("may be ten", () => {
    expect(check({ environmentFiles: Array.from({ length: 10 }, () => file) })).toEqual([]);
    const issue = onlyIssue(check({ environmentFiles: Array.from({ length: 11 }, () => file) }));
    expect(issue).toMatchObject({ code: "environment-files-too-many", problem: expect.stringContaining("11") });
  });

  it.each([
    "s3://orders-config/production.env",
    "arn:aws:s3:::orders-config/production.txt",
    "arn:aws:s3:::production.env",
  ])("are refused as %s", (arn) => {
    const issue = onlyIssue(check({ environmentFiles: [file, { arn, region: "eu-west-1" }] }));
    expect(issue).toMatchObject({
      code: "environment-file-malformed",
      path: "containers.api.environmentFiles[1]",
      problem: `"${arn}" is not the ARN of an environment file`,
    });
  });
});

describe("the log router of a task", () => {
  it("R12g: has no configuration file on S3", () => {
    const issue = onlyIssue(check({ firelens: { type: "fluentbit", options: { "config-file-type": "s3" } } }));
    expect(issue).toMatchObject({ code: "firelens-config-on-s3", path: "containers.api.firelens" });
    expect(check({ firelens: { type: "fluentbit", options: { "config-file-type": "file" } } })).toEqual([]);
  });
});

describe("settings that only Terraform knows", () => {
  it.each(NUMBER_TOKENS)("takes %s as a number", (_name, token) => {
    const healthCheck = { command, interval: token, timeout: token, retries: token, startPeriod: token };
    expect(check({ healthCheck, stopTimeout: token })).toEqual([]);
  });

  it.each(STRING_TOKENS)("takes %s as an environment file", (_name, token) => {
    expect(check({ environmentFiles: [token, { arn: token }] })).toEqual([]);
  });
});
