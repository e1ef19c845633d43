import { Fn, TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  dedicatedEndpointSubnets,
  PrivateNetwork,
  type PrivateNetworkProps,
  type SubnetSpec,
  tieredSubnets,
} from "../../../modules";
import { codesOf, configurationErrorOf } from "../../support/configuration-error-of";
import { newStack, ref, synth } from "../../support/synth";

const region = "eu-west-1";
const synthNetwork = (props: Partial<PrivateNetworkProps> = {}) =>
  synth((stack) => new PrivateNetwork(stack, "network", { region, ...props }));
const subnet = (name: string, cidrBlock: string, more: Partial<SubnetSpec> = {}): SubnetSpec => ({
  name,
  cidrBlock,
  tier: "application",
  availabilityZone: "eu-west-1a",
  ...more,
});

describe("PrivateNetwork without further wishes", () => {
  const stack = synthNetwork();

  it("is a VPC of 10.0.0.0/16 with both DNS attributes on", () => {
    expect(stack.only("aws_vpc").attributes).toEqual({
      cidr_block: "10.0.0.0/16",
      enable_dns_support: true,
      enable_dns_hostnames: true,
      tags: { Name: "test-network" },
    });
  });

  it("has a subnet in each of the first two zones that are looked up, and keeps it there when the list shifts", () => {
    const zones = stack.dataSources.find(({ type }) => type === "aws_availability_zones");
    expect(zones?.attributes).toEqual({
      state: "available",
      filter: [{ name: "opt-in-status", values: ["opt-in-not-required"] }],
    });
    const names = `${zones?.address}.names`;
    expect(stack.all("aws_subnet").map(({ attributes }) => attributes)).toEqual([
      {
        vpc_id: ref(stack.only("aws_vpc"), "id"),
        cidr_block: "10.0.0.0/22",
        availability_zone: `\${element(${names}, 0)}`,
        tags: { Name: "test-network-private-a" },
        lifecycle: { ignore_changes: ["availability_zone"] },
      },
      {
        vpc_id: ref(stack.only("aws_vpc"), "id"),
        cidr_block: "10.0.32.0/22",
        availability_zone: `\${element(${names}, 1)}`,
        tags: { Name: "test-network-private-b" },
        lifecycle: { ignore_changes: ["availability_zone"] },
      },
    ]);
  });

  it("gives nobody a public address, not in a public subnet either", () => {
    const tiered = synthNetwork({ subnets: tieredSubnets() });
    const subnets = [...stack.all("aws_subnet"), ...tiered.all("aws_subnet")];
    expect(subnets).toHaveLength(6);
    for (const { attributes } of subnets) expect(attributes).not.toHaveProperty("map_public_ip_on_launch");
  });

  it("leaves the VPC's default security group without rules", () => {
    expect(stack.at("network/default-security-group")).toMatchObject({
      type: "aws_default_security_group",
      attributes: { vpc_id: ref(stack.only("aws_vpc"), "id"), tags: { Name: "test-network-default" } },
    });
    expect(synthNetwork({ defaultSecurityGroup: "as-created" }).all("aws_default_security_group")).toEqual([]);
  });

  it("gives each subnet a route table of its own", () => {
    for (const name of ["private-a", "private-b"]) {
      expect(stack.at(`network/association-${name}`).attributes).toEqual({
        subnet_id: ref(stack.at(`network/subnet-${name}`), "id"),
        route_table_id: ref(stack.at(`network/route-table-${name}`), "id"),
      });
    }
  });

  it("has nothing that leads to the internet: only a VPC, its group without rules, subnets, empty route tables and associations", () => {
    expect(new Set(stack.resources.map(({ type }) => type))).toEqual(
      new Set([
        "aws_vpc",
        "aws_default_security_group",
        "aws_subnet",
        "aws_route_table",
        "aws_route_table_association",
      ]),
    );
    for (const { attributes } of stack.all("aws_route_table")) expect(attributes).not.toHaveProperty("route");
    for (const { attributes } of stack.all("aws_subnet")) {
      expect(attributes).not.toHaveProperty("map_public_ip_on_launch", true);
    }
    expect(stack.text).not.toContain("0.0.0.0/0");
  });
});

describe("PrivateNetwork as it was asked for", () => {
  it("puts a computed layout into the named zones and leaves them alone otherwise", () => {
    const stack = synthNetwork({
      availabilityZones: ["eu-west-1a", "eu-west-1c"],
      subnets: dedicatedEndpointSubnets(),
    });
    expect(stack.dataSources).toEqual([]);
    const rows = stack.all("aws_subnet").map(({ path, attributes }) => [path, attributes["availability_zone"]]);
    expect(rows).toEqual([
      ["network/subnet-app-a", "eu-west-1a"],
      ["network/subnet-app-b", "eu-west-1c"],
      ["network/subnet-endpoint-a", "eu-west-1a"],
      ["network/subnet-endpoint-b", "eu-west-1c"],
    ]);
    for (const { attributes } of stack.all("aws_subnet")) expect(attributes).not.toHaveProperty("lifecycle");
  });

  it("never moves or renames a subnet when a zone is added at the end", () => {
    const zones = ["eu-west-1a", "eu-west-1b"];
    const before = synthNetwork({ availabilityZones: zones }).all("aws_subnet");
    const after = synthNetwork({ availabilityZones: [...zones, "eu-west-1c"] }).all("aws_subnet");
    expect(before).toHaveLength(2);
    expect(after).toHaveLength(3);
    expect(after.slice(0, 2)).toEqual(before);
  });

  it("shares a route table among the subnets that name the same one, and makes none for an endpoint subnet", () => {
    const stack = synthNetwork({
      subnets: [
        subnet("one", "10.0.1.0/24", { routeTable: "both" }),
        subnet("two", "10.0.2.0/24", { routeTable: "both" }),
        subnet("three", "10.0.3.0/24", { tier: "endpoint" }),
      ],
      routeTableTags: { both: { Name: "Both of them" } },
    });
    const table = stack.only("aws_route_table");
    expect(table.attributes["tags"]).toEqual({ Name: "Both of them" });
    expect(stack.all("aws_route_table_association").map(({ attributes }) => attributes)).toEqual(
      ["one", "two"].map((name) => ({
        subnet_id: ref(stack.at(`network/subnet-${name}`), "id"),
        route_table_id: ref(table, "id"),
      })),
    );
  });

  it("takes name, address block, DNS attributes and tags", () => {
    const stack = synthNetwork({
      name: "main",
      cidrBlock: "172.16.0.0/20",
      dns: { hostnames: false },
      tags: { team: "orders" },
      subnets: [subnet("one", "172.16.1.0/24", { tags: { Name: "The one" } })],
    });
    expect(stack.only("aws_vpc").attributes).toEqual({
      cidr_block: "172.16.0.0/20",
      enable_dns_support: true,
      enable_dns_hostnames: false,
      tags: { Name: "main", team: "orders" },
    });
    expect(stack.only("aws_subnet").attributes["tags"]).toEqual({ Name: "The one" });
    expect(stack.only("aws_route_table").attributes["tags"]).toEqual({ Name: "main-one" });
  });

  it("leaves every resource open to an override", () => {
    const stack = synth((scope) => {
      const network = new PrivateNetwork(scope, "network", { region });
      network.vpc.addOverride("instance_tenancy", "dedicated");
    });
    expect(stack.only("aws_vpc").attributes).toHaveProperty("instance_tenancy", "dedicated");
  });
});

describe("PrivateNetwork with what Terraform fills in", () => {
  it("takes a VPC CIDR from a variable, with subnets that are computed from it by Terraform", () => {
    const stack = synth((scope) => {
      const cidrBlock = new TerraformVariable(scope, "cidr", { type: "string" }).stringValue;
      const subnets = [subnet("one", Fn.cidrsubnet(cidrBlock, 8, 1))];
      new PrivateNetwork(scope, "network", { region, cidrBlock, subnets });
    });
    expect(stack.only("aws_vpc").attributes["cidr_block"]).toBe("${var.cidr}");
    expect(stack.only("aws_subnet").attributes["cidr_block"]).toBe("${cidrsubnet(var.cidr, 8, 1)}");
  });

  it("takes zones and a Region from variables", () => {
    const stack = synth((scope) => {
      const zone = new TerraformVariable(scope, "zone", { type: "string" }).stringValue;
      const regionToken = new TerraformVariable(scope, "region", { type: "string" }).stringValue;
      new PrivateNetwork(scope, "network", { region: regionToken, availabilityZones: [zone] });
    });
    expect(stack.only("aws_subnet").attributes["availability_zone"]).toBe("${var.zone}");
  });

  it("cannot divide a CIDR that it does not know, and says what to write instead", () => {
    const error = configurationErrorOf(() => {
      const scope = newStack();
      const cidrBlock = new TerraformVariable(scope, "cidr", { type: "string" }).stringValue;
      new PrivateNetwork(scope, "network", { region, cidrBlock });
    });
    expect(error.issues).toMatchObject([{ code: "layout-needs-cidr", fix: expect.stringContaining("Fn.cidrsubnet") }]);
  });
});

describe("PrivateNetwork refuses", () => {
  const networkOf = (props: Partial<PrivateNetworkProps>) => () =>
    new PrivateNetwork(newStack(), "network", { region, ...props });
  const named = { availabilityZones: ["eu-west-1a"] };

  it.each<[what: string, code: string, props: Partial<PrivateNetworkProps>]>([
    ["a malformed CIDR", "cidr-malformed", { ...named, cidrBlock: "10.0.0/16" }],
    ["a misaligned CIDR", "cidr-misaligned", { ...named, cidrBlock: "10.0.1.0/16" }],
    ["a CIDR that AWS takes for no VPC", "cidr-size", { ...named, cidrBlock: "10.0.0.0/8" }],
    ["a misaligned subnet", "cidr-misaligned", { subnets: [subnet("one", "10.0.1.1/24")] }],
    ["a subnet outside the VPC", "subnet-outside-vpc", { subnets: [subnet("one", "10.1.0.0/24")] }],
    [
      "overlapping subnets",
      "subnets-overlap",
      { subnets: [subnet("one", "10.0.0.0/23"), subnet("two", "10.0.1.0/24")] },
    ],
    ["a VPC without room for the layout", "layout-no-room", { ...named, cidrBlock: "10.0.0.0/24" }],
    [
      "duplicate names",
      "subnet-name-duplicate",
      { subnets: [subnet("one", "10.0.0.0/24"), subnet("one", "10.0.1.0/24")] },
    ],
    ["a zone outside the Region", "zone-outside-region", { availabilityZones: ["us-east-1a"] }],
    ["a zone that is none", "zone-outside-region", { availabilityZones: ["a"] }],
    [
      "two endpoint subnets in one zone",
      "endpoint-subnets-share-zone",
      {
        subnets: [subnet("one", "10.0.0.0/24", { tier: "shared" }), subnet("two", "10.0.1.0/24", { tier: "endpoint" })],
      },
    ],
    [
      "a network without task subnet",
      "task-subnet-missing",
      { subnets: [subnet("one", "10.0.0.0/24", { tier: "endpoint" })] },
    ],
    ["a network without subnet", "task-subnet-missing", { subnets: [] }],
    ["a layout without zones", "task-subnet-missing", { availabilityZones: [] }],
    ["a name that is no resource address", "subnet-name-invalid", { subnets: [subnet("one two", "10.0.0.0/24")] }],
    ["something that is no Region", "region-unknown", { ...named, region: "Ireland" }],
  ])("%s: %s", (_, code, props) => {
    expect(codesOf(networkOf(props))).toEqual([code]);
  });

  it("a misaligned CIDR with the aligned one as the fix, and never rounds it", () => {
    const { issues } = configurationErrorOf(networkOf({ ...named, cidrBlock: "10.0.1.0/16" }));
    expect(issues).toMatchObject([{ path: "cidrBlock", fix: "write 10.0.0.0/16" }]);
  });

  it("all problems at once, in an error that names the construct and points to the user's line", () => {
    const error = configurationErrorOf(
      networkOf({
        cidrBlock: "10.0.1.0/16",
        subnets: [subnet("one", "10.0.300.0/24", { availabilityZone: "us-east-1a" }), subnet("one", "10.0.1.0/24")],
      }),
    );
    expect(error.issues.map(({ code, path }) => [path, code])).toEqual([
      ["cidrBlock", "cidr-misaligned"],
      ["subnets[0].availabilityZone", "zone-outside-region"],
      ["subnets[0].cidrBlock", "cidr-malformed"],
      ["subnets[1].name", "subnet-name-duplicate"],
    ]);
    expect(error.message).toMatch(/^test\/network \(PrivateNetwork\) has 4 problems\n/);
    expect(error.stack).toContain("private-network.test.ts");
  });

  it("before anything is created, so that no half of a network is left", () => {
    const scope = newStack();
    expect(() => new PrivateNetwork(scope, "network", { region, ...named, cidrBlock: "10.0.1.0/16" })).toThrow();
    expect(scope.node.findChild("network").node.children).toEqual([]);
  });
});
