import { describe, expect, it } from "vitest";
import { interfaceEndpoint, isolatedNetwork } from "../support/isolated-network";
import { type Block, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const S3 = "aws_vpc_endpoint.s3";
const WHOLE_VPC = { dns_options: { private_dns_only_for_inbound_resolver_endpoint: false } };

const without = (more: Block = {}): TerraformFixture =>
  isolatedNetwork().add(S3, { ...interfaceEndpoint("s3"), ...more });
const notes = (fixture: TerraformFixture) => issuesWith(fixture.prove(), "interface-for-gateway");

describe("an interface endpoint in place of a gateway endpoint", () => {
  it("is a note that says what it costs, and that calls arrive", () => {
    expect(notes(without(WHOLE_VPC))).toMatchObject([
      { severity: "note", path: S3, fix: 'add a gateway endpoint for "s3"' },
    ]);
    expect(notes(without(WHOLE_VPC))[0]?.why).not.toContain("dns_options");
  });

  it.each<[string, Block]>([
    ["are not given", {}],
    ["are an empty list", { dns_options: [] }],
  ])("says that AWS refuses it where the options for DNS %s", (_how, more) => {
    const [note] = notes(without(more));
    expect(note?.why).toContain("which it refuses where there is no gateway endpoint");
    expect(note?.fix).toContain(`private_dns_only_for_inbound_resolver_endpoint = false } in ${S3}`);
  });

  it("does not claim that options are left out which Terraform fills in", () => {
    expect(notes(without({ dns_options: "${var.dns}" }))[0]?.why).not.toContain("dns_options");
  });

  it.each<[string, TerraformFixture]>([
    [
      "a gateway endpoint is there as well",
      isolatedNetwork().add("aws_vpc_endpoint.interface", interfaceEndpoint("s3")),
    ],
    ["private DNS is off", without({ private_dns_enabled: false })],
    ["private DNS is a variable", without({ private_dns_enabled: "${var.private}" })],
    [
      "private DNS is for inbound Resolver endpoints only, which is said elsewhere",
      without({ dns_options: { private_dns_only_for_inbound_resolver_endpoint: true } }),
    ],
    ["the service has interface endpoints only", isolatedNetwork()],
    [
      "an endpoint may be the gateway",
      without().add("aws_vpc_endpoint.other", { vpc_id: "${aws_vpc.main.id}", service_name: "${var.service}" }),
    ],
  ])("says nothing where %s", (_why, fixture) => {
    expect(notes(fixture)).toEqual([]);
  });
});
