import { describe, expect, it } from "vitest";
import { serviceOfHost } from "../../../../modules/aws/endpoint-services/service-of-host";

describe("serviceOfHost", () => {
  it.each([
    ["logs.eu-west-1.amazonaws.com", "logs", "eu-west-1"],
    ["LOGS.eu-west-1.amazonaws.com", "logs", "eu-west-1"],
    ["logs.cn-north-1.amazonaws.com.cn", "logs", "cn-north-1"],
    ["monitoring.us-east-1.api.aws", "monitoring", "us-east-1"],
    ["monitoring-fips.us-east-1.amazonaws.com", "monitoring", "us-east-1"],
    ["logs-fips.us-east-1.amazonaws.com", "logs-fips", "us-east-1"],
    ["orders.s3.eu-west-1.amazonaws.com", "s3", "eu-west-1"],
    ["a1b2.execute-api.eu-west-1.amazonaws.com", "execute-api", "eu-west-1"],
    ["123456789012.dkr.ecr.eu-west-1.amazonaws.com", "ecr.dkr", "eu-west-1"],
    ["dynamodb.eu-west-1.amazonaws.com", "dynamodb", "eu-west-1"],
    ["iam.amazonaws.com", "iam", undefined],
    ["ce.us-east-1.amazonaws.com", "ce", undefined],
  ])("takes %s for a host of %s", (host, service, region) => {
    expect(serviceOfHost(host)).toEqual({ service, ...(region === undefined ? {} : { region }) });
  });

  it.each([
    "logs.eu-west-1.example.com",
    "x.logs.eu-west-1.amazonaws.com",
    "logs.cn-north-1.amazonaws.com",
    "logs.eu-west-1.amazonaws.com.cn",
    "vpc-orders-abc.eu-west-1.es.amazonaws.com",
    "eu-west-1",
    "10.0.4.8",
    "",
  ])("knows no service of %j", (host) => {
    expect(serviceOfHost(host)).toBeUndefined();
  });
});
