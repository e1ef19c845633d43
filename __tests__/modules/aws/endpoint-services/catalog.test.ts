import { describe, expect, it } from "vitest";
import {
  catalogRow,
  defaultEndpointType,
  ENDPOINT_SERVICE_NAMES,
  endpointServiceFacts,
  isEndpointServiceName,
  isGatewayServiceName,
} from "../../../../modules/aws/endpoint-services/endpoint-service-facts";
import { serviceName } from "../../../../modules/aws/endpoint-services/service-name";
import { WITHHELD_SERVICES } from "../../../../modules/aws/endpoint-services/withheld-services";
import { isRegion, PARTITIONS } from "../../../../modules/aws/region";

const ROWS = ENDPOINT_SERVICE_NAMES.map((name) => [name, catalogRow(name)] as const);

describe("the catalog", () => {
  it("holds every service that a Fargate task may call while it starts", () => {
    const names: readonly string[] = ENDPOINT_SERVICE_NAMES;
    expect(names).toEqual(
      expect.arrayContaining([
        "ecr.api",
        "ecr.dkr",
        "s3",
        "logs",
        "ssm",
        "ssmmessages",
        "secretsmanager",
        "kms",
        "ecs",
      ]),
    );
    expect(names.length).toBeGreaterThan(450);
  });

  it("is sorted by name", () => {
    expect(ENDPOINT_SERVICE_NAMES).toEqual([...ENDPOINT_SERVICE_NAMES].sort());
  });

  it("names services in lower case, as AWS does", () => {
    for (const name of ENDPOINT_SERVICE_NAMES) expect(name).toMatch(/^[a-z0-9]+([.-][a-z0-9]+)*$/);
  });

  it.each(ROWS)("has a well-formed row for %s", (name, row) => {
    expect(row.title).toMatch(/^\S.*\S$/);
    if (row.types !== undefined) expect(row.types).toContain("Gateway");
    if (row.ports !== undefined) expect(row.ports).not.toEqual([443]);
    for (const port of row.ports ?? []) expect(port > 0 && port < 65536).toBe(true);
    if (row.privateDns === "seen") expect(row.hosts).not.toEqual([]);
    expect(row.hosts).not.toEqual([`${name}.{region}.amazonaws.com`]);
    for (const region of row.ownPrefixIn ?? []) expect(isRegion(region)).toBe(true);
    expect(row.template).not.toBe(`com.amazonaws.{region}.${name}`);
    expect(row.alsoNamed).not.toBe(row.template ?? `com.amazonaws.{region}.${name}`);
  });

  it("links every FIPS name to an entry that looks like one and has no FIPS endpoint itself", () => {
    const linked = ROWS.flatMap(([, { fips }]) => fips ?? []);
    expect(linked.length).toBeGreaterThan(100);
    for (const fips of linked) {
      expect(isEndpointServiceName(fips), fips).toBe(true);
      expect(fips).toMatch(/[.-]fips\b/);
      if (isEndpointServiceName(fips)) expect(endpointServiceFacts(fips).fips).toBeUndefined();
    }
    expect(new Set(linked).size).toBe(linked.length);
  });

  it("leaves no FIPS entry without its normal counterpart, except where AWS offers FIPS only", () => {
    const linked = new Set(ROWS.flatMap(([, { fips }]) => fips ?? []));
    const alone = ENDPOINT_SERVICE_NAMES.filter((name) => /[.-]fips\b/.test(name) && !linked.has(name));
    expect(alone).toEqual(["mail-manager-smtp.auth.fips", "mail-manager-smtp.open.fips"]);
  });

  it("gives no two services the same full name in a Region", () => {
    for (const region of PARTITIONS.flatMap(({ regions }) => regions)) {
      const names = ENDPOINT_SERVICE_NAMES.map((name) => serviceName(name, region, "Interface"));
      expect(new Set(names).size, region).toBe(names.length);
    }
  });

  it("keeps out what is left out on purpose", () => {
    for (const { name } of WITHHELD_SERVICES) expect(isEndpointServiceName(name), name).toBe(false);
  });
});

describe("endpointServiceFacts", () => {
  it("fills the defaults in and leaves what is not established undefined", () => {
    expect(endpointServiceFacts("secretsmanager")).toEqual({
      name: "secretsmanager",
      title: "AWS Secrets Manager",
      types: ["Interface"],
      ports: [443],
      privateDns: undefined,
      privateDnsNames: ["secretsmanager.{region}.amazonaws.com"],
      privateDnsNamesAre: "derived",
      policy: true,
      crossRegion: undefined,
      fips: undefined,
      global: false,
      template: "com.amazonaws.{region}.secretsmanager",
      alsoNamed: undefined,
    });
  });

  it("knows S3 as a gateway and an interface service with private DNS, policy and cross-Region access", () => {
    expect(endpointServiceFacts("s3")).toMatchObject({
      types: ["Gateway", "Interface"],
      privateDns: true,
      policy: true,
      crossRegion: true,
    });
  });

  it("knows that DynamoDB interface endpoints have no private DNS", () => {
    const none = { privateDns: false, privateDnsNames: undefined, privateDnsNamesAre: undefined };
    expect(endpointServiceFacts("dynamodb")).toMatchObject(none);
  });

  it.each([
    ["sts", "seen"],
    ["logs", "derived"],
    ["s3", "derived"],
    ["airflow.env", undefined],
  ] as const)("knows how the private DNS names of %s are known: %s", (name, are) => {
    expect(endpointServiceFacts(name).privateDnsNamesAre).toBe(are);
  });

  it.each([
    ["cassandra", [9142]],
    ["cassandra-fips", [9142]],
    ["email-smtp", [25, 465, 587, 2465, 2587]],
    ["mail-manager-smtp.open.fips", []],
    ["cassandra-streams", [443]],
  ] as const)("knows the ports of %s", (name, ports) => {
    expect(endpointServiceFacts(name).ports).toEqual(ports);
  });

  it.each([
    ["ecr.api", "ecr-fips.api"],
    ["kms", "kms-fips"],
    ["memory-db", "memorydb-fips"],
    ["s3", undefined],
  ] as const)("knows that the FIPS endpoint of %s is %s", (name, fips) => {
    expect(endpointServiceFacts(name).fips).toBe(fips);
  });

  it.each([
    ["appstream.api", false],
    ["xray", true],
    ["kms", true],
    ["ecs-agent", undefined],
  ] as const)("knows the policy support of %s: %s", (name, policy) => {
    expect(endpointServiceFacts(name).policy).toBe(policy);
  });
});

describe("isEndpointServiceName", () => {
  it("takes short names only", () => {
    expect(isEndpointServiceName("ecr.api")).toBe(true);
    expect(isEndpointServiceName("com.amazonaws.eu-west-1.ecr.api")).toBe(false);
    expect(isEndpointServiceName("ECR.API")).toBe(false);
  });

  it("is not deceived by what every object has", () => {
    for (const name of ["constructor", "toString", "__proto__", "hasOwnProperty"]) {
      expect(isEndpointServiceName(name), name).toBe(false);
    }
  });
});

describe("defaultEndpointType", () => {
  it("prefers the gateway, which only S3, S3 Express and DynamoDB have", () => {
    const gateways = ENDPOINT_SERVICE_NAMES.filter((name) => defaultEndpointType(name) === "Gateway");
    expect(gateways).toEqual(["dynamodb", "s3", "s3express"]);
    expect(gateways.every(isGatewayServiceName)).toBe(true);
    expect(defaultEndpointType("ecr.api")).toBe("Interface");
  });
});
