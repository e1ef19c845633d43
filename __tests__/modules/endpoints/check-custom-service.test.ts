import { describe, expect, it } from "vitest";
import { InterfaceEndpoint, type InterfaceEndpointProps, type Network } from "../../../modules";
import { codesOf, configurationErrorOf } from "../../support/configuration-error-of";
import { appSubnet, endpointSubnet, legacyNetwork } from "../../support/orders";
import { synth } from "../../support/synth";

const serviceName = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0";
const twoZones = {
  ...legacyNetwork,
  subnets: [
    appSubnet,
    endpointSubnet,
    { ...endpointSubnet, name: "endpoint-b", id: "subnet-0c", availabilityZone: "eu-west-1b" },
  ],
} as const satisfies Network;

const endpointWith = (props: Partial<InterfaceEndpointProps>) =>
  synth(
    (stack) =>
      new InterfaceEndpoint(stack, "endpoint", {
        network: twoZones,
        service: { serviceName },
        securityGroupIds: ["sg-0a"],
        ...props,
      }),
  ).only("aws_vpc_endpoint").attributes;

describe("an endpoint for a service by its full name", () => {
  it.each([
    ["somebody's", serviceName, false],
    ["somebody's that Terraform fills in", "${var.service_name}", false],
    ["a new one of AWS", "com.amazonaws.eu-west-1.brand-new", true],
  ])("has private DNS by default as %s has it", (_, name, privateDns) => {
    expect(endpointWith({ service: { serviceName: name } })["private_dns_enabled"]).toBe(privateDns);
  });

  it("has private DNS where that is asked for", () => {
    expect(endpointWith({ privateDnsEnabled: true })["private_dns_enabled"]).toBe(true);
  });

  it("is placed in the subnets that are named, a public one too", () => {
    const network: Network = {
      ...twoZones,
      subnets: [...twoZones.subnets, { ...appSubnet, name: "public", id: "subnet-0d", tier: "public" }],
    };
    expect(endpointWith({ network, subnets: ["public", "endpoint-b"] })["subnet_ids"]).toEqual([
      "subnet-0c",
      "subnet-0d",
    ]);
  });

  it("names the Region of the service only where it is another", () => {
    expect(endpointWith({ service: { serviceName, region: "eu-west-1" } })).not.toHaveProperty("service_region");
    const other = serviceName.replace("eu-west-1", "us-east-1");
    const zones = { region: "us-east-1", availabilityZones: ["us-east-1a"] };
    expect(endpointWith({ service: { serviceName: other, ...zones } })["service_region"]).toBe("us-east-1");
  });
});

describe("an endpoint for a service by its full name is refused", () => {
  it("for the id in place of the name", () => {
    const error = configurationErrorOf(() => endpointWith({ service: { serviceName: "vpce-svc-0123456789abcdef0" } }));
    expect(error.issues).toMatchObject([{ code: "service-name-malformed", fix: `write "${serviceName}"` }]);
  });

  it("for a service of another Region that is not said to be there", () => {
    const other = serviceName.replace("eu-west-1", "us-east-1");
    expect(codesOf(() => endpointWith({ service: { serviceName: other } }))).toEqual(["service-in-other-region"]);
  });

  it("without a zone in common with the service", () => {
    const error = configurationErrorOf(() =>
      endpointWith({ service: { serviceName, availabilityZones: ["eu-west-1c"] } }),
    );
    expect(error.issues).toMatchObject([{ code: "endpoint-zone-not-offered" }]);
    expect(error.message).toContain('"endpoint" in eu-west-1a, "endpoint-b" in eu-west-1b');
  });

  it("with one subnet too many, and says which to name", () => {
    const error = configurationErrorOf(() =>
      endpointWith({ service: { serviceName, availabilityZones: ["eu-west-1b"] } }),
    );
    expect(error.issues).toMatchObject([
      { code: "endpoint-zone-not-offered", fix: expect.stringContaining('write subnets: ["endpoint-b"]') },
    ]);
    const service = { serviceName, availabilityZones: ["eu-west-1b"] };
    expect(endpointWith({ service, subnets: ["endpoint-b"] })["subnet_ids"]).toEqual(["subnet-0c"]);
  });

  it("not for zones that only Terraform knows", () => {
    const service = { serviceName, availabilityZones: ["${var.zone}"] };
    expect(endpointWith({ service })["subnet_ids"]).toEqual(["subnet-0b", "subnet-0c"]);
  });

  it("for unknown subnets, and for an empty list of them", () => {
    const error = configurationErrorOf(() => endpointWith({ subnets: ["endpoint-c"] }));
    expect(error.issues).toMatchObject([{ code: "endpoint-subnet-unknown", path: "subnets[0]" }]);
    expect(error.message).toContain('write "endpoint-b"');
    expect(codesOf(() => endpointWith({ subnets: [] }))).toEqual(["endpoint-subnet-missing"]);
  });
});
