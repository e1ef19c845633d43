import { describe, expect, it } from "vitest";
import { isEndpointServiceName } from "../../../../modules/aws/endpoint-services/endpoint-service-facts";
import { actionPrefix, serviceOfAction } from "../../../../modules/aws/endpoint-services/service-of-action";
import { ACCESSES } from "../../../../modules/task/grants/accesses";

describe("the endpoint of an action of IAM", () => {
  it.each([
    ["cloudwatch:PutMetricData", "monitoring"],
    ["ECR:GetAuthorizationToken", "ecr.api"],
    ["bedrock:Invoke*", "bedrock-runtime"],
    ["bedrock:Converse", "bedrock-runtime"],
    ["bedrock:ApplyGuardrail", "bedrock-runtime"],
    ["bedrock:ListFoundationModels", "bedrock"],
    ["elasticfilesystem:ClientMount", undefined],
    ["elasticfilesystem:DescribeFileSystems", "elasticfilesystem"],
    ["rds-db:connect", undefined],
    ["sqs", undefined],
    ["monitoring-of-mine:Get", undefined],
  ])("of %s is %s", (action, service) => expect(serviceOfAction(action)).toBe(service));

  it.each([
    ["monitoring", "cloudwatch"],
    ["bedrock-runtime-fips", "bedrock"],
    ["ecr.dkr", "ecr"],
    ["ecr-fips.api", "ecr"],
    ["kinesis-streams", "kinesis"],
    ["bedrock-runtime", "bedrock"],
    ["bedrock-agent", "bedrock"],
    ["sagemaker.runtime", "sagemaker"],
    ["execute-api", "execute-api"],
    ["rds-data", "rds-data"],
    ["sqs", "sqs"],
  ] as const)("%s has actions that start with %s", (service, prefix) => expect(actionPrefix(service)).toBe(prefix));

  it("has the prefix of the actions that words of access stand for", () => {
    for (const [service, accesses] of Object.entries<Readonly<Record<string, { readonly actions: readonly string[] }>>>(
      ACCESSES,
    )) {
      if (!isEndpointServiceName(service)) throw new Error(`"${service}" is no endpoint service`);
      const prefixes = Object.values(accesses).flatMap(({ actions }) => actions.map((action) => action.split(":")[0]));
      expect(new Set(prefixes)).toEqual(new Set([actionPrefix(service)]));
    }
  });
});
