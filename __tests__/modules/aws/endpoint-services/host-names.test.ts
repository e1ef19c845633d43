import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { EndpointServiceName } from "../../../../modules/aws/endpoint-services/catalog";
import {
  ENDPOINT_SERVICE_NAMES,
  endpointServiceFacts,
} from "../../../../modules/aws/endpoint-services/endpoint-service-facts";
import { hostNames, hostTemplate } from "../../../../modules/aws/endpoint-services/host-names";
import { PARTITIONS } from "../../../../modules/aws/region";

/**
 * Services by the end of their full names, each with how its private names are known (`seen`, `derived`, `unknown`) and what
 * they are in the commercial partition, as collected on 2026-11-27 from output of AWS in public texts, the endpoint rule sets of
 * botocore 1.43.107 and the zones of AWS's landing zone accelerator.
 */
const COLLECTED: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(__dirname, "private-dns-names.json"), "utf8"),
);

/** What stands behind the Region, or behind the domain, in full names that are made otherwise. */
const NAMED_OTHERWISE: Partial<Record<EndpointServiceName, string>> = {
  pricingplanmanager: "us-east-1.pricingplanmanager",
  route53globalresolver: "us-east-2.route53globalresolver",
  "route53globalresolver-fips": "us-east-2.route53globalresolver-fips",
};

function collected(name: EndpointServiceName): string | undefined {
  return COLLECTED[NAMED_OTHERWISE[name] ?? name];
}

describe("the private DNS names of the catalog", () => {
  it.each(ENDPOINT_SERVICE_NAMES.filter((name) => collected(name) !== undefined))(
    "of %s are those collected",
    (name) => {
      const { privateDnsNames = [], privateDnsNamesAre, privateDns } = endpointServiceFacts(name);
      const [are = "", ...names] = (collected(name) ?? "").replaceAll("REGION", "{region}").split(/:? /);
      // Documented to have none; and a record of moto's, which may be old, is not taken.
      if (privateDns === false || name === "iot.data") expect(privateDnsNames).toEqual([]);
      else {
        expect(privateDnsNames).toEqual(names);
        expect(privateDnsNamesAre ?? "unknown").toBe(are.replace(":", ""));
      }
    },
  );

  it("are collected for all but a gateway service", () => {
    expect(ENDPOINT_SERVICE_NAMES.filter((name) => collected(name) === undefined)).toEqual(["s3express"]);
  });

  it("are no two services' own", () => {
    const names = ENDPOINT_SERVICE_NAMES.flatMap((name) => endpointServiceFacts(name).privateDnsNames ?? []);
    expect(names.length).toBeGreaterThan(400);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe("hostNames", () => {
  it.each([
    ["ecr.api", "eu-west-1", ["api.ecr.eu-west-1.amazonaws.com"]],
    ["ecr.dkr", "cn-north-1", ["*.dkr.ecr.cn-north-1.amazonaws.com.cn"]],
    ["logs", "us-gov-west-1", ["logs.us-gov-west-1.amazonaws.com"]],
    ["logs", "eusc-de-east-1", ["logs.eusc-de-east-1.amazonaws.eu"]],
    ["secretsmanager", "us-iso-east-1", ["secretsmanager.us-iso-east-1.c2s.ic.gov"]],
    ["eks-auth", "cn-north-1", ["eks-auth.cn-north-1.api.amazonwebservices.com.cn"]],
    ["iam", "eu-west-1", ["iam.amazonaws.com"]],
    ["ce", "eu-west-1", ["ce.us-east-1.amazonaws.com"]],
    ["dsql", "eu-west-1", ["dsql.eu-west-1.api.aws"]],
    ["dsql", "cn-north-1", ["dsql.cn-north-1.api.amazonwebservices.com.cn"]],
    ["billing", "eu-west-1", ["billing.us-east-1.api.aws"]],
    ["ecr-fips.api", "us-gov-west-1", ["api.ecr-fips.us-gov-west-1.amazonaws.com"]],
    ["signin", "eu-west-1", ["eu-west-1.signin.aws.amazon.com"]],
  ] as const)("of %s in %s are %j", (name, region, names) => {
    expect(hostNames(name, region)?.names).toEqual(names);
  });

  it("of S3 are the hosts of objects, of its control and of access points, each with what is below", () => {
    expect(hostNames("s3", "eu-west-1")?.names).toEqual([
      "s3.eu-west-1.amazonaws.com",
      "*.s3.eu-west-1.amazonaws.com",
      "s3-control.eu-west-1.amazonaws.com",
      "*.s3-control.eu-west-1.amazonaws.com",
      "s3-accesspoint.eu-west-1.amazonaws.com",
      "*.s3-accesspoint.eu-west-1.amazonaws.com",
    ]);
  });

  it("are seen in the commercial partition only, where output of AWS shows them", () => {
    expect(hostNames("ecr.api", "eu-west-1")?.are).toBe("seen");
    expect(hostNames("ecr.api", "cn-north-1")?.are).toBe("derived");
    expect(hostNames("logs", "eu-west-1")?.are).toBe("derived");
  });

  it.each([
    ["airflow.env", "eu-west-1"],
    ["iam", "cn-north-1"],
    ["studio", "us-gov-west-1"],
    ["logs", "nowhere"],
  ] as const)("of %s in %s are not established", (name, region) => {
    expect(hostNames(name, region)).toBeUndefined();
  });
});

describe("hostTemplate", () => {
  it("is the way back, in every Region", () => {
    for (const region of PARTITIONS.flatMap(({ regions }) => regions)) {
      for (const name of hostNames("monitoring", region)?.names ?? []) {
        expect(endpointServiceFacts("monitoring").privateDnsNames).toContain(hostTemplate(name, region));
      }
    }
  });

  it("is none for a name of another partition", () => {
    expect(hostTemplate("logs.cn-north-1.amazonaws.com", "cn-north-1")).toBeUndefined();
  });
});
