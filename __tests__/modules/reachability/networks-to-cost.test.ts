import { describe, expect, it } from "vitest";
import type { NetworkToCost } from "../../../modules/cost/network-to-cost";
import { networksToCost } from "../../../modules/reachability/networks-to-cost";
import { proveReading, readDocuments } from "../../../modules/reachability/prove-reachability";
import { isolatedNetwork } from "./support/isolated-network";

function networksIn(json: object): readonly NetworkToCost[] {
  const reading = readDocuments([{ ...json }]);
  return networksToCost(reading, proveReading(reading));
}

const vpc = { cidr_block: "10.0.0.0/16" };
const inVpc = { vpc_id: "${aws_vpc.main.id}" };
const region = { aws: { region: "eu-west-1" } };
const service_name = "com.amazonaws.eu-west-1.sqs";
const vpc_endpoint_type = "Interface";

describe("the networks of Terraform", () => {
  it("have the endpoints of a VPC, each with its zones, none of them unused where tasks call all", () => {
    const [network, ...others] = networksIn(isolatedNetwork().json);
    expect(others).toEqual([]);
    expect(network?.region).toBe("eu-west-1");
    expect(network?.endpoints.filter(({ unused }) => unused === true)).toEqual([]);
    const interfaces = network?.endpoints.filter(({ type }) => type === "Interface") ?? [];
    expect(interfaces.length).toBeGreaterThan(2);
    expect(interfaces.every(({ zones = 0 }) => zones > 0)).toBe(true);
  });

  it("have subnets of endpoints that resources of their own attach", () => {
    const [network] = networksIn({
      provider: region,
      resource: {
        aws_vpc: { main: vpc },
        aws_subnet: { a: inVpc, b: inVpc },
        aws_vpc_endpoint: { sqs: { ...inVpc, service_name, vpc_endpoint_type } },
        aws_vpc_endpoint_subnet_association: {
          a: { vpc_endpoint_id: "${aws_vpc_endpoint.sqs.id}", subnet_id: "${aws_subnet.a.id}" },
          b: { vpc_endpoint_id: "${aws_vpc_endpoint.sqs.id}", subnet_id: "${aws_subnet.b.id}" },
        },
      },
    });
    expect(network?.endpoints).toEqual([
      { service: "sqs", address: "aws_vpc_endpoint.sqs", type: "Interface", zones: 2 },
    ]);
  });

  it("say that an endpoint is for a service of others", () => {
    const [network] = networksIn({
      provider: region,
      resource: {
        aws_vpc: { main: vpc },
        aws_vpc_endpoint: {
          named: {
            ...inVpc,
            service_name: "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
            vpc_endpoint_type,
          },
          created: { ...inVpc, service_name: "${aws_vpc_endpoint_service.shop.service_name}", vpc_endpoint_type },
          own: { ...inVpc, service_name, vpc_endpoint_type },
        },
        aws_vpc_endpoint_service: { shop: { acceptance_required: false } },
      },
    });
    expect(network?.endpoints.map(({ address, ofOthers = false }) => [address, ofOthers])).toEqual([
      ["aws_vpc_endpoint.named", true],
      ["aws_vpc_endpoint.created", true],
      ["aws_vpc_endpoint.own", false],
    ]);
  });

  it("count public NAT gateways, and take the zones of tasks where no endpoint tells", () => {
    const { json } = isolatedNetwork();
    const [network] = networksIn({
      ...json,
      resource: {
        ...(typeof json["resource"] === "object" ? json["resource"] : {}),
        aws_vpc_endpoint: {},
        aws_nat_gateway: {
          out: { subnet_id: "${aws_subnet.app_a.id}", allocation_id: "eipalloc-1" },
          within: { subnet_id: "${aws_subnet.app_a.id}", connectivity_type: "private" },
        },
      },
    });
    expect(network).toMatchObject({ endpoints: [], natGateways: 1 });
    expect(network?.zones).toBeGreaterThan(0);
  });

  it("may have more where Terraform alone knows how many there are of something", () => {
    const resource = { aws_vpc: { main: vpc }, aws_subnet: { a: inVpc } };
    const sqs = { ...inVpc, service_name, vpc_endpoint_type };
    const [endpoints] = networksIn({
      resource: { ...resource, aws_vpc_endpoint: { own: sqs, many: { ...sqs, count: "${var.many}" } } },
    });
    expect(endpoints?.others).toBe("whether aws_vpc_endpoint.many is in it is not known");
    const out = { subnet_id: "${aws_subnet.a.id}", count: "${var.many}" };
    const [gateways] = networksIn({
      resource: { ...resource, aws_vpc_endpoint: { own: sqs }, aws_nat_gateway: { out } },
    });
    expect(gateways?.others).toBe("whether aws_nat_gateway.out is in it is not known");
  });

  it("keep endpoints of which the VPC is not known, and look no further where there are none", () => {
    const [network] = networksIn({
      provider: region,
      resource: { aws_vpc_endpoint: { sqs: { vpc_id: "${var.vpc}", service_name, vpc_endpoint_type } } },
    });
    expect(network?.endpoints.map(({ service }) => service)).toEqual(["sqs"]);
    expect(networksIn({ resource: { aws_s3_bucket: { a: {} } } })).toEqual([]);
  });
});
