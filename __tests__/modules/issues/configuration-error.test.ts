import { describe, expect, it } from "vitest";
import { ConfigurationError, renderIssue } from "../../../modules/issues/configuration-error";
import type { Issue } from "../../../modules/issues/issue";

const missing: Issue = {
  code: "endpoint-missing",
  problem: 'the task needs "ecr.api"',
  why: "the task fetches its own ECR token",
  fix: 'add "ecr.api" to services',
};
const port: Issue = {
  code: "port-out-of-range",
  path: "containers.api.ports[0]",
  problem: "0 is not a port",
  why: "ports are whole numbers from 1 to 65535",
  fix: "write 8080",
};

describe("renderIssue", () => {
  it("says the code and the problem, then why, then the fix", () => {
    expect(renderIssue(missing)).toBe(
      [
        '  endpoint-missing: the task needs "ecr.api"',
        "    why: the task fetches its own ECR token",
        '    fix: add "ecr.api" to services',
      ].join("\n"),
    );
  });

  it("says where the problem is, if it is somewhere", () => {
    expect(renderIssue(port).split("\n")[0]).toBe("  port-out-of-range: containers.api.ports[0]: 0 is not a port");
  });
});

describe("ConfigurationError", () => {
  it("counts one problem in the singular", () => {
    expect(new ConfigurationError("orders", [missing]).message).toMatch(/^orders has 1 problem\n/);
  });

  it("shows every problem, in order, with a blank line between them", () => {
    const error = new ConfigurationError("stack/orders (FargateService)", [port, missing]);
    expect(error.message).toBe(
      `stack/orders (FargateService) has 2 problems\n\n${renderIssue(port)}\n\n${renderIssue(missing)}\n`,
    );
  });

  it("keeps the issues as data", () => {
    expect(new ConfigurationError("orders", [port, missing]).issues).toEqual([port, missing]);
  });

  it("is an error with a name of its own, which its text starts with", () => {
    const error = new ConfigurationError("orders", [missing]);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe("ConfigurationError");
    expect(String(error)).toMatch(/^ConfigurationError: orders has 1 problem/);
  });
});
