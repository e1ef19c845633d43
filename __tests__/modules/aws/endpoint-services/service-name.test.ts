import { describe, expect, it } from "vitest";
import type { EndpointServiceName } from "../../../../modules/aws/endpoint-services/catalog";
import {
  ENDPOINT_SERVICE_NAMES,
  endpointServiceFacts,
} from "../../../../modules/aws/endpoint-services/endpoint-service-facts";
import type { EndpointType } from "../../../../modules/aws/endpoint-services/endpoint-service-row";
import { serviceName, shortName } from "../../../../modules/aws/endpoint-services/service-name";
import { PARTITIONS } from "../../../../modules/aws/region";

const REGIONS = PARTITIONS.flatMap(({ regions }) => regions);

type Row = [name: EndpointServiceName, region: string, type: EndpointType, full: string];

describe("serviceName", () => {
  it.each<Row>([
    ["ecr.api", "ap-northeast-1", "Interface", "com.amazonaws.ap-northeast-1.ecr.api"],
    ["s3", "ap-northeast-1", "Gateway", "com.amazonaws.ap-northeast-1.s3"],
    ["kms-fips", "us-east-1", "Interface", "com.amazonaws.us-east-1.kms-fips"],
    ["ecr-fips.dkr", "us-east-1", "Interface", "com.amazonaws.us-east-1.ecr-fips.dkr"],
    ["notebook", "us-east-1", "Interface", "aws.sagemaker.us-east-1.notebook"],
    ["bcm-data-exports", "us-east-1", "Interface", "aws.api.us-east-1.bcm-data-exports"],
    ["cassandra-streams", "us-east-1", "Interface", "api.aws.us-east-1.cassandra-streams"],
    ["freetier", "us-east-1", "Interface", "aws.api.us-east-1.freetier"],
    ["resource-explorer-2", "eu-west-1", "Interface", "aws.api.eu-west-1.resource-explorer-2"],
  ])("spells %s in the commercial Region %s (%s) as %s", (name, region, type, full) => {
    expect(serviceName(name, region, type)).toBe(full);
  });

  it.each<[EndpointServiceName, string]>([
    ["iam", "com.amazonaws.iam"],
    ["route53", "com.amazonaws.route53"],
    ["cloudfront", "com.amazonaws.cloudfront"],
    ["savingsplans", "com.amazonaws.savingsplans"],
    ["s3-global.accesspoint", "com.amazonaws.s3-global.accesspoint"],
    ["codecatalyst", "aws.api.global.codecatalyst"],
    ["pricingplanmanager", "com.amazonaws.us-east-1.pricingplanmanager"],
    ["route53globalresolver", "aws.api.us-east-2.route53globalresolver"],
  ])("gives the global service %s the same name %s in every Region", (name, full) => {
    for (const region of REGIONS) expect(serviceName(name, region, "Interface"), region).toBe(full);
    expect(endpointServiceFacts(name).global).toBe(true);
  });

  it.each<Row>([
    ["ecr.api", "cn-north-1", "Interface", "cn.com.amazonaws.cn-north-1.ecr.api"],
    ["ecr.dkr", "cn-northwest-1", "Interface", "cn.com.amazonaws.cn-northwest-1.ecr.dkr"],
    ["sts", "cn-north-1", "Interface", "cn.com.amazonaws.cn-north-1.sts"],
    ["monitoring", "cn-northwest-1", "Interface", "cn.com.amazonaws.cn-northwest-1.monitoring"],
    ["transcribe", "cn-north-1", "Interface", "cn.com.amazonaws.cn-north-1.transcribe.cn"],
    ["logs", "cn-north-1", "Interface", "com.amazonaws.cn-north-1.logs"],
    ["ssm", "cn-north-1", "Interface", "com.amazonaws.cn-north-1.ssm"],
    ["secretsmanager", "cn-northwest-1", "Interface", "com.amazonaws.cn-northwest-1.secretsmanager"],
    ["kms", "cn-north-1", "Interface", "com.amazonaws.cn-north-1.kms"],
    ["s3", "cn-north-1", "Interface", "cn.com.amazonaws.cn-north-1.s3"],
    ["s3", "cn-north-1", "Gateway", "com.amazonaws.cn-north-1.s3"],
    ["dynamodb", "cn-north-1", "Gateway", "com.amazonaws.cn-north-1.dynamodb"],
    ["polly", "cn-northwest-1", "Interface", "cn.com.amazonaws.cn-northwest-1.polly"],
    ["polly", "cn-north-1", "Interface", "com.amazonaws.cn-north-1.polly"],
    ["iotsitewise.api", "cn-north-1", "Interface", "cn.com.amazonaws.cn-north-1.iotsitewise.api"],
    ["iotsitewise.api", "cn-northwest-1", "Interface", "com.amazonaws.cn-northwest-1.iotsitewise.api"],
  ])("mixes the prefixes in China: %s in %s (%s) is %s", (name, region, type, full) => {
    expect(serviceName(name, region, type)).toBe(full);
  });

  it.each<Row>([
    ["ecr.api", "us-gov-west-1", "Interface", "com.amazonaws.us-gov-west-1.ecr.api"],
    ["logs", "us-gov-east-1", "Interface", "com.amazonaws.us-gov-east-1.logs"],
    ["ecr.dkr", "eusc-de-east-1", "Interface", "eu.amazonaws.eusc-de-east-1.ecr.dkr"],
    ["securityhub", "eusc-de-east-1", "Interface", "eu.amazonaws.eusc-de-east-1.securityhub"],
    ["logs", "eusc-de-east-1", "Interface", "com.amazonaws.eusc-de-east-1.logs"],
    ["ecr.api", "us-iso-east-1", "Interface", "gov.ic.c2s.us-iso-east-1.ecr.api"],
    ["monitoring", "us-iso-west-1", "Interface", "gov.ic.c2s.us-iso-west-1.monitoring"],
    ["monitoring", "us-iso-east-1", "Interface", "com.amazonaws.us-iso-east-1.monitoring"],
    ["execute-api", "us-isob-west-1", "Interface", "gov.sgov.sc2s.us-isob-west-1.execute-api"],
    ["sqs", "us-isob-east-1", "Interface", "gov.sgov.sc2s.us-isob-east-1.sqs"],
    ["sqs", "us-isob-west-1", "Interface", "com.amazonaws.us-isob-west-1.sqs"],
    ["ebs", "us-isof-south-1", "Interface", "gov.ic.hci.csp.us-isof-south-1.ebs"],
    ["ecr.api", "eu-isoe-west-1", "Interface", "uk.adc-e.cloud.eu-isoe-west-1.ecr.api"],
    ["s3", "us-iso-east-1", "Gateway", "com.amazonaws.us-iso-east-1.s3"],
  ])("knows the other partitions: %s in %s (%s) is %s", (name, region, type, full) => {
    expect(serviceName(name, region, type)).toBe(full);
  });

  it("keeps an unresolved Region in the name, whatever characters it holds", () => {
    const token = "${TfToken[TOKEN.12]}";
    expect(serviceName("ecr.api", token, "Interface")).toBe(`com.amazonaws.${token}.ecr.api`);
    expect(serviceName("studio", token, "Interface")).toBe(`aws.sagemaker.${token}.studio`);
    expect(serviceName("logs", '${replace(var.r, "$$", "$&")}', "Interface")).toBe(
      'com.amazonaws.${replace(var.r, "$$", "$&")}.logs',
    );
  });
});

describe("shortName", () => {
  it("is the inverse of serviceName for every service, Region and type", () => {
    for (const name of ENDPOINT_SERVICE_NAMES) {
      for (const region of [...REGIONS, "${var.region}"]) {
        for (const type of endpointServiceFacts(name).types) {
          const full = serviceName(name, region, type);
          if (shortName(full) !== name) expect.fail(`${full} was read as ${shortName(full)}`);
        }
      }
    }
  });

  it("reads Terraform expressions in the place of the Region", () => {
    expect(shortName("com.amazonaws.${data.aws_region.current.name}.ecr.api")).toBe("ecr.api");
    expect(shortName('cn.com.amazonaws.${lookup({ a = "b" }, "a")}.sts')).toBe("sts");
  });

  it("reads the second name of a service", () => {
    expect(shortName("com.amazonaws.us-east-1.freetier")).toBe("freetier");
    expect(shortName("com.amazonaws.us-east-1.resource-explorer-2-fips")).toBe("resource-explorer-2-fips");
  });

  it("reads both prefixes of a partition, but no other partition's", () => {
    expect(shortName("com.amazonaws.cn-north-1.ecr.api")).toBe("ecr.api");
    expect(shortName("cn.com.amazonaws.eu-west-1.ecr.api")).toBeUndefined();
    expect(shortName("eu.amazonaws.us-iso-east-1.ecr.api")).toBeUndefined();
  });

  it.each([
    "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0",
    "com.amazonaws.us-east-1.unheard-of",
    "com.amazonaws.us-east-1.iam",
    "com.amazonaws.us-east-1.notebook",
    "com.amazonaws.us-east-1.logs.cn",
    "com.amazonaws.us-east-1.toString",
    "com.amazonaws.us-east-1",
    "com.amazonaws.logs",
    "ecr.api",
    "${aws_vpc_endpoint_service.own.service_name}",
    "",
  ])("does not take %j for a service of the catalog", (full) => {
    expect(shortName(full)).toBeUndefined();
  });
});
