import { describe, expect, it } from "vitest";
import {
  EndpointPlan,
  ExistingNetwork,
  type ExistingNetworkProps,
  FargateService,
  Peer,
  VpcEndpoints,
} from "../../../modules";
import { proveIn } from "../../support/existing-vpc";
import { ordersTask } from "../../support/orders";
import { newStack, synth } from "../../support/synth";

const tags = { Name: "legacy" };
const props = {
  name: "legacy",
  region: "eu-west-1",
  vpc: { tags },
  domainNameServers: ["AmazonProvidedDNS"],
  networkAcls: "allow-all",
  subnets: [{ name: "a", tags, tier: "shared", availabilityZone: "eu-west-1a", cidrBlock: "172.20.1.0/24" }],
} as const satisfies ExistingNetworkProps;
const said = { subnets: ["a"], admits: [Peer.cidr("172.20.0.0/16")], policy: "full-access" } as const;
const withEndpoints: ExistingNetworkProps = {
  ...props,
  endpoints: [
    { ...said, service: "ecr.api" },
    { ...said, service: "ecr.dkr" },
    { ...said, service: "logs", id: "vpce-0123456789abcdef0" },
    { service: "s3", policy: "full-access" },
  ],
};

describe("ExistingNetwork.lookUp", () => {
  it("is a network whose endpoints and services are proved, on the user's word", () => {
    const { dataSources } = synth((stack) => {
      const network = ExistingNetwork.lookUp(stack, "network", props);
      const endpoints = new VpcEndpoints(stack, "endpoints", {
        network,
        services: EndpointPlan.forTasks([ordersTask]),
      });
      new FargateService(stack, "orders", { network, endpoints, task: ordersTask });
    });
    expect(dataSources.map(({ type }) => type).sort()).toEqual([
      "aws_caller_identity",
      "aws_route_table",
      "aws_subnet",
      "aws_vpc",
    ]);
  });

  it("takes the endpoints that exist, so that none is created", () => {
    const proof = proveIn((stack) => ExistingNetwork.lookUp(stack, "network", withEndpoints));
    expect(proof.verdict).toBe("proved");
    expect(proof.assumptions?.map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^data\.aws_vpc\.network_vpc_\w+ has an interface endpoint for "logs"$/),
    );
  });

  it("lets Terraform check what the synthesis cannot know, with the messages of the proof", () => {
    const { dataSources } = synth((stack) => ExistingNetwork.lookUp(stack, "network", withEndpoints));
    const codes = dataSources.map(({ type, attributes }) => {
      const messages = JSON.stringify(attributes).match(/(?<="error_message":")[\w-]+/g);
      return [type, ...(messages ?? [])].join(" ");
    });
    const interfaceEndpoint = "aws_vpc_endpoint other-vpc private-dns-off endpoint-subnet-missing";
    expect(codes.sort()).toEqual([
      "aws_route_table",
      "aws_subnet other-vpc network-contradicted network-contradicted",
      "aws_vpc vpc-dns-support-off vpc-dns-hostnames-off",
      "aws_vpc_endpoint other-vpc gateway-route-missing",
      interfaceEndpoint,
      interfaceEndpoint,
      interfaceEndpoint,
    ]);
  });

  it("compares with what is written as an expression, not with its text", () => {
    const { dataSources } = synth((stack) => {
      const subnets = props.subnets.map((subnet) => ({ ...subnet, availabilityZone: "${var.region}a" }));
      ExistingNetwork.lookUp(stack, "network", { ...props, subnets });
    });
    const [subnet] = dataSources.filter(({ type }) => type === "aws_subnet");
    expect(JSON.stringify(subnet)).toContain('self.availability_zone == join(\\"\\", [var.region, \\"a\\"])');
  });

  it("finds an endpoint by its id, and else by its service in the VPC", () => {
    const { dataSources } = synth((stack) => ExistingNetwork.lookUp(stack, "network", withEndpoints));
    const endpoints = dataSources.filter(({ type }) => type === "aws_vpc_endpoint").map(({ attributes }) => attributes);
    expect(endpoints.map((each) => each["id"] ?? each["service_name"])).toEqual([
      "com.amazonaws.eu-west-1.ecr.api",
      "com.amazonaws.eu-west-1.ecr.dkr",
      "vpce-0123456789abcdef0",
      "com.amazonaws.eu-west-1.s3",
    ]);
  });

  it("is named after its construct", () => {
    const { name: _, ...nameless } = props;
    expect(ExistingNetwork.lookUp(newStack(), "network", nameless).name).toBe("test-network");
  });
});
