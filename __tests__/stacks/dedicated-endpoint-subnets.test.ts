import { describe, expect, it } from "vitest";
import {
  type DedicatedEndpointSubnetsProps,
  DedicatedEndpointSubnetsStack,
} from "../../stacks/dedicated-endpoint-subnets";
import { configurationErrorOf } from "../support/configuration-error-of";
import { parsed, ref, type SynthesizedStack, synthApp } from "../support/synth";

const synthStack = (props: DedicatedEndpointSubnetsProps = {}): SynthesizedStack => {
  const id = "dedicated-endpoint-subnets";
  const stack = synthApp((app) => new DedicatedEndpointSubnetsStack(app, id, props)).get(id);
  if (stack === undefined) throw new Error("the stack was not synthesized");
  return stack;
};

const APP_SUBNETS = ["private-1a-app-1", "private-1a-app-2", "private-1c-app-1", "private-1c-app-2"];
const ENDPOINT_SUBNETS = ["private-1a-vpc-endpoint", "private-1c-vpc-endpoint"];

describe("the dedicated-endpoint-subnets stack", () => {
  const stack = synthStack();
  const vpcId = ref(stack.only("aws_vpc"), "id");
  const subnetIds = (names: readonly string[]) => names.map((name) => ref(stack.at(`network/subnet-${name}`), "id"));

  it("is in ap-northeast-1", () => {
    expect(stack.json.provider["aws"]).toEqual([{ region: "ap-northeast-1" }]);
  });

  it("VPC: 10.0.0.0/16, default tenancy, Name main, and DNS hostnames on", () => {
    expect(stack.only("aws_vpc").attributes).toEqual({
      cidr_block: "10.0.0.0/16",
      enable_dns_support: true,
      enable_dns_hostnames: true,
      tags: { Name: "main" },
    });
  });

  it.each([
    ["private 1a app 1", "10.0.1.0/24", "ap-northeast-1a"],
    ["private 1a app 2", "10.0.2.0/24", "ap-northeast-1a"],
    ["private 1c app 1", "10.0.4.0/24", "ap-northeast-1c"],
    ["private 1c app 2", "10.0.5.0/24", "ap-northeast-1c"],
    ["private 1a vpc endpoint", "10.0.3.0/24", "ap-northeast-1a"],
    ["private 1c vpc endpoint", "10.0.6.0/24", "ap-northeast-1c"],
  ])("subnet %s: %s in %s", (name, cidrBlock, zone) => {
    expect(stack.at(`network/subnet-${name.replaceAll(" ", "-")}`).attributes).toEqual({
      vpc_id: vpcId,
      cidr_block: cidrBlock,
      availability_zone: zone,
      tags: { Name: name },
    });
  });

  it("subnets: these six", () => {
    expect(stack.all("aws_subnet").map(({ path }) => path)).toEqual(
      [...APP_SUBNETS, ...ENDPOINT_SUBNETS].map((name) => `network/subnet-${name}`).sort(),
    );
  });

  it("route table: one, Name VPC Endpoint S3, with the four app subnets and no endpoint subnet", () => {
    const table = stack.only("aws_route_table");
    expect(table.attributes).toEqual({ vpc_id: vpcId, tags: { Name: "VPC Endpoint S3" } });
    const associations = stack.all("aws_route_table_association").map(({ attributes }) => attributes);
    expect(associations.map((association) => association["subnet_id"])).toEqual(subnetIds(APP_SUBNETS));
    expect(new Set(associations.map((association) => association["route_table_id"]))).toEqual(
      new Set([ref(table, "id")]),
    );
  });

  it("security group of the endpoints: vpc_endpoint_sg, 443 from the VPC and 443 to the VPC", () => {
    const group = stack.at("endpoints/security-group/Resource");
    expect(group.attributes).toMatchObject({ vpc_id: vpcId, name: "vpc_endpoint_sg" });
    const rule = {
      security_group_id: ref(group, "id"),
      cidr_ipv4: "10.0.0.0/16",
      ip_protocol: "tcp",
      from_port: 443,
      to_port: 443,
    };
    expect(stack.only("aws_vpc_security_group_ingress_rule").attributes).toEqual(rule);
    expect(stack.at("endpoints/security-group/egress-vpc").attributes).toEqual(rule);
  });

  it("gateway endpoint: s3, attached to that route table", () => {
    expect(stack.at("endpoints/s3/Resource").attributes).toMatchObject({
      service_name: "com.amazonaws.ap-northeast-1.s3",
      vpc_endpoint_type: "Gateway",
      route_table_ids: [ref(stack.only("aws_route_table"), "id")],
    });
  });

  it("interface endpoints: ecr.dkr, ecr.api and logs, private DNS on, in the two endpoint subnets", () => {
    const interfaces = stack
      .all("aws_vpc_endpoint")
      .filter(({ attributes }) => attributes["vpc_endpoint_type"] === "Interface");
    expect(interfaces.map(({ attributes }) => attributes["service_name"])).toEqual(
      ["ecr.api", "ecr.dkr", "logs"].map((service) => `com.amazonaws.ap-northeast-1.${service}`),
    );
    for (const { attributes } of interfaces) {
      expect(attributes).toMatchObject({
        vpc_id: vpcId,
        private_dns_enabled: true,
        subnet_ids: subnetIds(ENDPOINT_SUBNETS),
        security_group_ids: [ref(stack.at("endpoints/security-group/Resource"), "id")],
      });
    }
  });

  it("service: Fargate, spread over the app subnets, without a public address and without tasks at first", () => {
    expect(stack.only("aws_ecs_service").attributes).toMatchObject({
      launch_type: "FARGATE",
      platform_version: "1.4.0",
      desired_count: 0,
      network_configuration: { assign_public_ip: false, subnets: subnetIds(APP_SUBNETS) },
    });
  });

  it("is open to the internet nowhere", () => {
    for (const type of ["aws_internet_gateway", "aws_nat_gateway", "aws_eip", "aws_route"]) {
      expect(stack.all(type)).toEqual([]);
    }
    expect(stack.text).not.toContain("0.0.0.0/0");
  });

  it("says what a person needs next", () => {
    expect(Object.keys(stack.json.output ?? {}).sort()).toEqual([
      "cluster_arn",
      "push_image",
      "repository_url",
      "run_task",
      "subnet_ids",
      "vpc_id",
    ]);
    expect(stack.output("run_task")).toContain(`subnets=[${subnetIds(APP_SUBNETS).join(",")}]`);
    expect(stack.output("push_image")).toContain(
      `docker push ${ref(stack.only("aws_ecr_repository"), "repository_url")}:latest`,
    );
  });
});

describe("the dedicated-endpoint-subnets stack with settings", () => {
  const stack = synthStack({
    name: "orders",
    region: "eu-west-1",
    cidrBlock: "172.16.0.0/16",
    availabilityZones: ["eu-west-1b", "eu-west-1c"],
    subnetCidrBlocks: {
      "private-1a-app-1": "172.16.1.0/24",
      "private-1a-app-2": "172.16.2.0/24",
      "private-1a-vpc-endpoint": "172.16.3.0/24",
      "private-1c-app-1": "172.16.4.0/24",
      "private-1c-app-2": "172.16.5.0/24",
      "private-1c-vpc-endpoint": "172.16.6.0/24",
    },
    family: "orders",
    imageTag: "1.4.2",
    ssmEndpoint: true,
    desiredCount: 2,
  });

  it("takes name, Region, addresses and zones", () => {
    expect(stack.text).not.toContain("ap-northeast-1");
    expect(stack.text).not.toContain("10.0.");
    expect(stack.only("aws_vpc").attributes["tags"]).toEqual({ Name: "orders" });
    expect(new Set(stack.all("aws_subnet").map(({ attributes }) => attributes["availability_zone"]))).toEqual(
      new Set(["eu-west-1b", "eu-west-1c"]),
    );
    expect(stack.at("network/subnet-private-1c-app-2").attributes["cidr_block"]).toBe("172.16.5.0/24");
    expect(stack.only("aws_vpc_security_group_ingress_rule").attributes["cidr_ipv4"]).toBe("172.16.0.0/16");
  });

  it("takes family, image tag and count", () => {
    expect(stack.only("aws_ecs_service").attributes).toMatchObject({ name: "orders", desired_count: 2 });
    expect(stack.only("aws_ecr_repository").attributes["name"]).toBe("orders");
    const image = `${ref(stack.only("aws_ecr_repository"), "repository_url")}:1.4.2`;
    expect(parsed(stack.only("aws_ecs_task_definition").attributes["container_definitions"])).toMatchObject([
      { image },
    ]);
    expect(stack.output("push_image")).toContain(`docker push ${image}`);
  });

  it("adds the ssm endpoint of the published sample", () => {
    expect(stack.at("endpoints/ssm/Resource").attributes).toMatchObject({
      service_name: "com.amazonaws.eu-west-1.ssm",
      private_dns_enabled: true,
    });
  });

  it("keeps the sample's address of a subnet that is given no other", () => {
    const some = synthStack({ subnetCidrBlocks: { "private-1c-app-2": "10.0.50.0/24" } });
    expect(some.at("network/subnet-private-1c-app-2").attributes["cidr_block"]).toBe("10.0.50.0/24");
    expect(some.at("network/subnet-private-1a-app-1").attributes["cidr_block"]).toBe("10.0.1.0/24");
  });

  it.each([[[]], [["eu-west-1a"]], [["eu-west-1a", "eu-west-1b", "eu-west-1c"]]])("refuses the zones %j", (zones) => {
    const error = configurationErrorOf(() => synthStack({ region: "eu-west-1", availabilityZones: zones }));
    expect(error.issues).toMatchObject([{ code: "two-zones-needed", fix: expect.stringContaining("eu-west-1a") }]);
  });

  it("refuses an address for a subnet that there is not", () => {
    const error = configurationErrorOf(() => synthStack({ subnetCidrBlocks: { "private-1d-app-1": "10.0.7.0/24" } }));
    expect(error.issues).toMatchObject([
      { code: "setting-unknown", problem: expect.stringContaining("private-1d-app-1") },
    ]);
    expect(error.message).toContain("subnetCidrBlocks");
  });

  it("refuses a zone that is taken twice", () => {
    const error = configurationErrorOf(() => synthStack({ availabilityZones: ["ap-northeast-1a", "ap-northeast-1a"] }));
    expect(error.issues).toMatchObject([{ code: "endpoint-subnets-share-zone" }]);
  });
});
