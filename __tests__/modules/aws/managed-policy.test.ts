import { describe, expect, it } from "vitest";
import { KNOWN_POLICIES } from "../../../modules/aws/managed-policies/known-policies";
import {
  EXECUTION_ACTIONS,
  EXECUTION_POLICY,
  managedPolicy,
  managedPolicyNamed,
} from "../../../modules/aws/managed-policy";

describe("managedPolicy", () => {
  it("has what the execution policy allows, of everything", () => {
    expect(managedPolicy(EXECUTION_POLICY)).toEqual([
      { actions: [...EXECUTION_ACTIONS], allBut: false, resources: ["*"] },
    ]);
    expect(EXECUTION_ACTIONS).toContain("logs:PutLogEvents");
    expect(EXECUTION_ACTIONS).not.toContain("logs:CreateLogGroup");
  });

  it("finds a policy by its path, and its path by its name", () => {
    expect(managedPolicy("AmazonSQSFullAccess")).toEqual([{ actions: ["sqs:*"], allBut: false, resources: ["*"] }]);
    expect(managedPolicy("service-role/AmazonSQSFullAccess")).toBeUndefined();
    expect(managedPolicy("toString")).toBeUndefined();
    expect(managedPolicyNamed("AWSLambdaRole")).toBe("service-role/AWSLambdaRole");
    expect(managedPolicyNamed("AmazonECSTaskExecutionRolePolicy")).toBe(EXECUTION_POLICY);
    expect(managedPolicyNamed("Nobody's")).toBeUndefined();
  });
});

describe("the known policies", () => {
  it.each([...KNOWN_POLICIES])("%s is written as IAM writes policies", (path, statements) => {
    expect(path).toMatch(/^(?:service-role\/)?[A-Z]\w+$/);
    expect(statements.length).toBeGreaterThan(0);
    for (const { actions, resources, conditions = {} } of statements) {
      expect(actions.length).toBeGreaterThan(0);
      for (const action of actions) expect(action).toMatch(/^(?:\*|[a-z][a-z0-9-]+:[A-Za-z0-9]*\*?)$/);
      for (const resource of resources) expect(resource).toMatch(/^(?:\*|arn:\*:[a-z0-9-]*:[^:]*:[^:]*:\S+)$/);
      for (const [operator, byKey] of Object.entries(conditions)) {
        expect(operator).toMatch(/^(?:For(?:Any|All)Values?:)?String(?:Equals|Like)$/);
        for (const key of Object.keys(byKey)) expect(key).toMatch(/^[\w-]+:\S+$/);
      }
    }
  });

  it("has none twice, and not the execution policy, which every check loads", () => {
    const names = [EXECUTION_POLICY, ...KNOWN_POLICIES.keys()].map((path) => path.split("/").at(-1));
    expect(new Set(names).size).toBe(names.length);
  });
});
