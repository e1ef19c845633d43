import { describe, expect, it } from "vitest";
import { isError } from "../../../../modules/issues/issue";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import { isolatedNetwork } from "../support/isolated-network";
import { issuesOf, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const SUBNETS = ["app_a", "app_b", "endpoint_a", "endpoint_b"].map((name) => `aws_subnet.${name}`);
const ENDPOINTS = ["s3", "ecr_api", "ecr_dkr", "logs"].map((name) => `aws_vpc_endpoint.${name}`);

/** The network, whose provider has another Region, or none that is known. */
function provided(...aws: readonly Record<string, unknown>[]): TerraformFixture {
  const fixture = isolatedNetwork();
  fixture.json["provider"] = { aws };
  return fixture;
}

const codesOf = (fixture: TerraformFixture) => [
  ...new Set(
    issuesOf(fixture.prove())
      .filter(isError)
      .map(({ code, path }) => `${code} ${path}`),
  ),
];

describe("the Region of a network", () => {
  it("is one with those of its provider and zones, or that is the only fault, of the VPC", () => {
    const fixture = provided({ region: "us-east-1" });
    expect(codesOf(fixture)).toEqual(["network-region aws_vpc.main"]);
    expect(issuesWith(fixture.prove(), "network-region")[0]).toMatchObject({
      problem: expect.stringContaining(
        "the provider creates aws_vpc.main in us-east-1, and the zone of aws_subnet.app_a, aws_subnet.app_b",
      ),
      fix: expect.stringMatching(
        /set region "eu-west-1" on the provider of aws_vpc\.main.* write zones of us-east-1 into/,
      ),
    });
    expect(fixture.prove().tasks.map(({ verdict }) => verdict)).toEqual(["broken"]);
  });

  it("is read in the comment of a VPC whose zones are looked up", () => {
    const fixture = provided({ region: "us-east-1" });
    for (const subnet of SUBNETS)
      fixture.set(subnet, { availability_zone: "${data.aws_availability_zones.all.names[0]}" });
    fixture.set("aws_vpc.main", { "//": { privateFargate: { region: "eu-west-1" } } });
    expect(codesOf(fixture)).toEqual(["network-region aws_vpc.main"]);
    expect(issuesWith(fixture.prove(), "network-region")[0]).toMatchObject({
      problem: "the provider creates aws_vpc.main in us-east-1, and the network says that it is in eu-west-1",
      fix: 'set region "eu-west-1" on the provider of aws_vpc.main, or give it one that has it; or write region "us-east-1" into the network',
    });
    fixture.set("aws_vpc.main", { "//": { privateFargate: { region: "the same" } } });
    expect(issuesWith(fixture.prove(), "network-region")).toEqual([]);
  });

  it("is not judged where nobody knows the provider's", () => {
    for (const provider of [{}, { region: "${var.region}" }]) {
      const fixture = provided(provider);
      fixture.json["variable"] = { region: { type: "string" } };
      fixture.set("aws_vpc.main", { "//": { privateFargate: { region: "eu-west-1" } } });
      expect(issuesWith(fixture.prove(), "network-region")).toEqual([]);
      expect(fixture.prove().verdict).toBe("proved");
    }
  });

  it("is that of each resource's own provider", () => {
    const fixture = provided({ region: "us-east-1" }, { alias: "west", region: "eu-west-1" });
    for (const type of Object.values(fixture.json.resource)) {
      for (const block of Object.values(type)) block["provider"] = "aws.west";
    }
    expect(fixture.prove().verdict).toBe("proved");
    for (const endpoint of ENDPOINTS) fixture.set(endpoint, { provider: undefined });
    expect(codesOf(fixture)).toEqual(["network-region aws_vpc.main"]);
    expect(issuesWith(fixture.prove(), "network-region")[0]?.problem).toMatch(
      /^the provider creates aws_vpc\.main in eu-west-1, and the provider creates .*aws_vpc_endpoint\.s3.* in us-east-1$/,
    );
  });

  it("is that of a service, which alone is at fault where only its provider has another", () => {
    const fixture = provided({ region: "eu-west-1" }, { alias: "east", region: "us-east-1" });
    fixture.set("aws_ecs_service.orders", { provider: "aws.east" });
    expect(codesOf(fixture)).toEqual(["network-region aws_ecs_service.orders"]);
    expect(issuesWith(fixture.prove(), "network-region")[0]?.fix).toBe(
      'give aws_ecs_service.orders a provider whose region is "eu-west-1", as aws_vpc.main has it',
    );
  });

  it("is a resource's own where version 6 of the provider writes it there", () => {
    const fixture = provided({ region: "us-east-1" });
    for (const [type, blocks] of Object.entries(fixture.json.resource)) {
      if (type.startsWith("aws_iam")) continue;
      for (const block of Object.values(blocks)) block["region"] = "eu-west-1";
    }
    expect(issuesWith(fixture.prove(), "network-region")).toEqual([]);
  });

  it("is what a network says of a VPC that exists", () => {
    const network = { name: "legacy", region: "eu-west-1", vpcId: "vpc-0a", cidrBlock: "10.0.0.0/16", subnets: [] };
    const endpoint = {
      vpc_id: "vpc-0a",
      service_name: "com.amazonaws.eu-west-1.s3",
      "//": { privateFargate: { network } },
    };
    const issuesIn = (region: string) =>
      proveReachability([
        { provider: { aws: [{ region }] }, resource: { aws_vpc_endpoint: { s3: endpoint, dynamodb: endpoint } } },
      ]).conflicts.filter(isError);
    expect(issuesIn("eu-west-1")).toEqual([]);
    expect(issuesIn("us-east-1")).toMatchObject([
      {
        code: "network-region",
        problem: expect.stringMatching(
          /^the network says that vpc-0a is in eu-west-1, and the provider creates .* in us-east-1$/,
        ),
      },
    ]);
  });

  it("may be accepted, and the calls are looked at then", () => {
    const fixture = provided({ region: "us-east-1" });
    fixture.json["//"] = {
      privateFargate: { accepted: [{ code: "network-region", resource: "aws_vpc.main", reason: "an emulator" }] },
    };
    const proof = fixture.prove();
    expect(issuesWith(proof, "network-region")).toMatchObject([{ accepted: "an emulator" }]);
    expect(proof.tasks[0]?.dependencies[0]?.hops.length).toBeGreaterThan(1);
  });
});
