import { describe, expect, it } from "vitest";
import {
  ENDPOINT_SERVICE_NAMES,
  isEndpointServiceName,
} from "../../../modules/aws/endpoint-services/endpoint-service-facts";
import { inLanguage } from "../../../modules/issues/issue";
import { unknownServiceIssue } from "../../../modules/issues/unknown-service-issue";

describe("unknownServiceIssue", () => {
  it("says what, why and what to type, and where", () => {
    expect(inLanguage(unknownServiceIssue("ecr.apo", "services[0]"), "library")).toEqual({
      code: "service-unknown",
      problem: '"ecr.apo" is not the short name of an AWS service with VPC endpoints',
      why: "an endpoint for a service that does not exist is refused by AWS at apply",
      fix:
        'write "ecr.api"; for a service outside the catalog, pass its full name on purpose: ' +
        '{ serviceName: "com.amazonaws.vpce.<region>.vpce-svc-..." }',
      path: "services[0]",
    });
    expect(inLanguage(unknownServiceIssue("ecr.apo"), "terraform").fix).toContain(
      'service_name = "com.amazonaws.vpce.',
    );
    expect(unknownServiceIssue("ecr.apo")).not.toHaveProperty("path");
  });

  it.each([
    ["a typing error", "secretmanager", '"secretsmanager"'],
    ["swapped letters", "lgos", '"logs"'],
    ["capitals", "ECR.DKR", '"ecr.dkr"'],
    ["a service in parts", "ecr", '"ecr.api" or "ecr.dkr"'],
    ["a full name", "com.amazonaws.eu-west-1.logs", '"logs"'],
    ["a full name of China", "cn.com.amazonaws.cn-north-1.sts", '"sts"'],
    ["the name of the command line", "efs", '"elasticfilesystem"'],
    ["the name people use", "Parameter Store", '"ssm"'],
    ["a title", "cognito", '"cognito-identity" or "cognito-idp"'],
  ])("understands %s: %s", (_, value, suggestion) => {
    expect(unknownServiceIssue(value).fix).toMatch(`write ${suggestion}; `);
  });

  it("suggests nothing where nothing is near", () => {
    expect(unknownServiceIssue("zzzzzz").fix).toMatch(/^for a service outside the catalog/);
    expect(unknownServiceIssue("").fix).toMatch(/^for a service outside the catalog/);
    expect(unknownServiceIssue("amazon").fix).toMatch(/^for a service outside the catalog/);
  });

  it("repeats the full name of a service outside the catalog, ready to paste", () => {
    const own = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0";
    expect(unknownServiceIssue(own).fix).toContain(`{ serviceName: "${own}" }`);
  });

  it("says why a name was left out, and does not guess at another service", () => {
    expect(unknownServiceIssue("appmesh").why).toContain("AWS ended App Mesh");
    expect(unknownServiceIssue("appmesh").fix).not.toContain("write ");
  });

  it("explains the cells of Timestream", () => {
    const issue = unknownServiceIssue("timestream.query-cell1");
    expect(issue.why).toContain("cell of your account");
    expect(issue.fix).toContain('{ serviceName: "com.amazonaws.<region>.timestream.query-cell1" }');
  });

  it("finds a service again when a letter in its name is doubled", () => {
    for (const name of ENDPOINT_SERVICE_NAMES.filter((name) => name.length > 5)) {
      const typo = name.slice(0, 3) + name.slice(2);
      if (!isEndpointServiceName(typo)) expect(unknownServiceIssue(typo).fix, typo).toMatch(/^write "/);
    }
  });
});
