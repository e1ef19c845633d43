import { TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import { InterfaceEndpoint, type InterfaceEndpointProps, type Network } from "../../../modules";
import { configurationErrorOf } from "../../support/configuration-error-of";
import { endpointSubnet, legacyNetwork } from "../../support/orders";
import { newStack, parsed, synth } from "../../support/synth";

const synthEndpoint = (props: Partial<InterfaceEndpointProps> = {}) =>
  synth((scope) => {
    const { endpoint } = new InterfaceEndpoint(scope, "endpoint", {
      network: legacyNetwork,
      service: "ecr.api",
      securityGroupIds: ["sg-1"],
      ...props,
    });
    endpoint.addOverride("ip_address_type", "ipv4");
  }).only("aws_vpc_endpoint").attributes;

describe("InterfaceEndpoint", () => {
  it("has private DNS, the endpoint subnets and the given security groups, and is open to overrides", () => {
    expect(synthEndpoint()).toEqual({
      vpc_id: "vpc-0123456789abcdef0",
      service_name: "com.amazonaws.eu-west-1.ecr.api",
      vpc_endpoint_type: "Interface",
      private_dns_enabled: true,
      subnet_ids: ["subnet-0b"],
      security_group_ids: ["sg-1"],
      tags: { Name: "legacy-ecr.api" },
      ip_address_type: "ipv4",
    });
  });

  it("reaches a service outside the catalog by its full name", () => {
    const serviceName = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0";
    expect(synthEndpoint({ service: { serviceName }, privateDnsEnabled: false })).toMatchObject({
      service_name: serviceName,
      private_dns_enabled: false,
      tags: { Name: "legacy-endpoint" },
    });
  });

  it("says for whom the private DNS of S3 is where it is asked to", () => {
    expect(synthEndpoint({ service: "s3" })).not.toHaveProperty("dns_options");
    const { dns_options } = synthEndpoint({ service: "s3", privateDnsOnlyForInboundResolverEndpoint: false });
    expect(dns_options).toEqual({ private_dns_only_for_inbound_resolver_endpoint: false });
  });

  it("takes a policy and tags", () => {
    const { policy, tags } = synthEndpoint({
      policy: [{ principal: "*", actions: ["ecr:*"], resources: ["*"] }],
      tags: { Name: "ECR" },
    });
    expect(tags).toEqual({ Name: "ECR" });
    expect(parsed(policy)).toMatchObject({ Statement: [{ Principal: "*", Action: ["ecr:*"], Resource: ["*"] }] });
  });

  it("takes a Region and zones that Terraform fills in", () => {
    const stack = synth((scope) => {
      const variable = (name: string) => new TerraformVariable(scope, name, { type: "string" }).stringValue;
      const subnet = { ...endpointSubnet, availabilityZone: variable("zone") };
      const network: Network = { ...legacyNetwork, region: variable("region"), subnets: [subnet] };
      new InterfaceEndpoint(scope, "endpoint", { network, service: "logs", securityGroupIds: ["sg-1"] });
    });
    expect(stack.only("aws_vpc_endpoint").attributes["service_name"]).toBe("com.amazonaws.${var.region}.logs");
  });
});

describe("InterfaceEndpoint refuses", () => {
  const endpointOf =
    (network: Partial<Network>, props: Partial<InterfaceEndpointProps> = {}) =>
    () =>
      new InterfaceEndpoint(newStack(), "endpoint", {
        network: { ...legacyNetwork, ...network },
        service: "logs",
        securityGroupIds: ["sg-1"],
        ...props,
      });

  it("an unknown service, with the nearest name", () => {
    // A name from a program that the compiler does not check.
    const typo: { service: "ecr.api" } = JSON.parse('{ "service": "ecr.apii" }');
    const { issues } = configurationErrorOf(endpointOf({}, typo));
    expect(issues).toMatchObject([{ code: "service-unknown", fix: expect.stringContaining('"ecr.api"') }]);
  });

  it.each([
    [{ support: false, hostnames: true }, "enableDnsSupport of"],
    [{ support: true, hostnames: false }, "enableDnsHostnames of"],
    [{ support: false, hostnames: false }, "enableDnsSupport and enableDnsHostnames of"],
  ])("private DNS in a VPC with the DNS attributes %j", (dns, problem) => {
    expect(configurationErrorOf(endpointOf({ dns })).issues).toMatchObject([
      { code: "private-dns-without-vpc-dns", problem: expect.stringContaining(problem) },
    ]);
    expect(endpointOf({ dns }, { privateDnsEnabled: false })).not.toThrow();
  });

  it("two subnets in one zone", () => {
    const subnets = [endpointSubnet, { ...endpointSubnet, name: "another", id: "subnet-0c" }];
    expect(configurationErrorOf(endpointOf({ subnets })).issues).toMatchObject([
      { code: "endpoint-subnets-share-zone", problem: expect.stringContaining('"endpoint" and "another"') },
    ]);
  });

  it("no subnet and no security group, both in one error on the user's line", () => {
    const error = configurationErrorOf(endpointOf({ subnets: [] }, { securityGroupIds: [] }));
    expect(error.issues.map(({ code }) => code)).toEqual([
      "endpoint-subnet-missing",
      "endpoint-security-group-missing",
    ]);
    expect(error.message).toMatch(/^test\/endpoint \(InterfaceEndpoint\) has 2 problems\n/);
    expect(error.stack).toContain("interface-endpoint.test.ts");
  });
});
