import { TerraformOutput, Token } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  EndpointService,
  type EndpointServiceProps,
  InterfaceEndpoint,
  NetworkLoadBalancer,
  Peer,
} from "../../../modules";
import { codesOf, configurationErrorOf } from "../../support/configuration-error-of";
import { legacyNetwork } from "../../support/orders";
import { newStack, ref, synth, synthApp } from "../../support/synth";

const ACCOUNT = "arn:aws:iam::123456789012:root";
const ARN = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/orders/0123456789abcdef";
const loadBalancers = [{ loadBalancerArn: ARN }];
const minimal = { loadBalancers, allowedPrincipals: [ACCOUNT] } satisfies EndpointServiceProps;

const withProps = (props: Partial<EndpointServiceProps> = {}) =>
  synth((stack) => new EndpointService(stack, "service", { ...minimal, ...props }));
const refused = (props: Partial<EndpointServiceProps>) => codesOf(() => withProps(props));

describe("an endpoint service", () => {
  it("is on its load balancers, for its principals, and requires acceptance", () => {
    expect(withProps().only("aws_vpc_endpoint_service").attributes).toEqual({
      acceptance_required: true,
      allowed_principals: [ACCOUNT],
      network_load_balancer_arns: [ARN],
      tags: { Name: "test-service" },
    });
  });

  it("names a principal once, and takes acceptance, Regions, address types, a private DNS name and tags", () => {
    const zones = ["eu-west-1a", "eu-west-1b"];
    const stack = withProps({
      loadBalancers: [{ loadBalancerArn: ARN, availabilityZones: zones, ipAddressType: "dualstack" }],
      allowedPrincipals: [ACCOUNT, ACCOUNT],
      acceptanceRequired: false,
      supportedRegions: ["eu-central-1"],
      supportedIpAddressTypes: ["ipv4", "ipv6"],
      privateDnsName: "*.orders.example.com",
      tags: { Name: "orders", Team: "a" },
    });
    expect(stack.only("aws_vpc_endpoint_service").attributes).toEqual({
      acceptance_required: false,
      allowed_principals: [ACCOUNT],
      network_load_balancer_arns: [ARN],
      supported_regions: ["eu-central-1"],
      supported_ip_address_types: ["ipv4", "ipv6"],
      private_dns_name: "*.orders.example.com",
      tags: { Name: "orders", Team: "a" },
    });
  });

  it("tells a topic of everything, or of what is asked for", () => {
    const topicArn = "arn:aws:sns:eu-west-1:123456789012:connections";
    const all = withProps({ notification: { topicArn } });
    expect(all.only("aws_vpc_endpoint_connection_notification").attributes).toEqual({
      vpc_endpoint_service_id: ref(all.only("aws_vpc_endpoint_service"), "id"),
      connection_notification_arn: topicArn,
      connection_events: ["Connect", "Accept", "Reject", "Delete"],
    });
    const some = withProps({ notification: { topicArn, events: ["Connect"] } });
    expect(some.only("aws_vpc_endpoint_connection_notification").attributes["connection_events"]).toEqual(["Connect"]);
    expect(withProps().all("aws_vpc_endpoint_connection_notification")).toEqual([]);
  });

  it("has the record that proves its private DNS name, where it has such a name", () => {
    const stack = synth((scope) => {
      const service = new EndpointService(scope, "service", { ...minimal, privateDnsName: "orders.example.com" });
      const { name = "", type = "", value = "" } = service.privateDnsRecord ?? {};
      new TerraformOutput(scope, "record", { value: [name, type, value] });
    });
    const service = stack.only("aws_vpc_endpoint_service");
    expect(stack.output("record")).toEqual(
      ["name", "type", "value"].map((field) => ref(service, `private_dns_name_configuration[0].${field}`)),
    );
    expect(new EndpointService(newStack(), "nameless", minimal).privateDnsRecord).toBeUndefined();
  });

  it("is offered in the zones of all of its load balancers, where they are known", () => {
    const stack = newStack();
    const balancer = new NetworkLoadBalancer(stack, "balancer", {
      network: legacyNetwork,
      ingress: { vpc: Peer.cidr("172.20.0.0/16") },
      listeners: { web: 80 },
    });
    const known = [balancer, { loadBalancerArn: ARN, availabilityZones: ["eu-west-1b", "eu-west-1a"] }];
    expect(new EndpointService(stack, "a", { ...minimal, loadBalancers: known }).availabilityZones).toEqual([
      "eu-west-1a",
      "eu-west-1b",
    ]);
    const unknown = [balancer, { loadBalancerArn: ARN }];
    expect(new EndpointService(stack, "b", { ...minimal, loadBalancers: unknown }).availabilityZones).toBeUndefined();
  });

  it("is taken by an interface endpoint as it is, without private DNS, also from another stack", () => {
    const stacks = synthApp((app) => {
      const service = new EndpointService(newStack(app, "provider"), "service", {
        ...minimal,
        loadBalancers: [{ loadBalancerArn: ARN, availabilityZones: ["eu-west-1a"] }],
      });
      const consumer = newStack(app, "consumer");
      const props = { network: legacyNetwork, service, securityGroupIds: ["sg-0a"] };
      const endpoint = new InterfaceEndpoint(consumer, "endpoint", props);
      service.accept(consumer, "acceptance", endpoint.endpoint.id);
    });
    expect(stacks.get("provider")?.dependencies).toEqual([]);
    const consumer = stacks.get("consumer");
    expect(consumer?.dependencies).toEqual(["provider"]);
    expect(consumer?.only("aws_vpc_endpoint").attributes).toMatchObject({
      service_name: expect.stringMatching(/terraform_remote_state.*service_name}$/),
      private_dns_enabled: false,
      subnet_ids: ["subnet-0b"],
    });
    const endpoint = consumer?.only("aws_vpc_endpoint");
    expect(consumer?.only("aws_vpc_endpoint_connection_accepter").attributes).toEqual({
      vpc_endpoint_id: endpoint && ref(endpoint, "id"),
      vpc_endpoint_service_id: expect.stringMatching(/terraform_remote_state.*id}$/),
    });
  });
});

describe("an endpoint service is refused", () => {
  it("without a load balancer and without principals, both at once", () => {
    expect(refused({ loadBalancers: [], allowedPrincipals: [] })).toEqual([
      "endpoint-service-load-balancer-missing",
      "allowed-principals-missing",
    ]);
  });

  it("for everybody without acceptance, and says why", () => {
    const error = configurationErrorOf(() => withProps({ allowedPrincipals: ["*"], acceptanceRequired: false }));
    expect(error.issues).toMatchObject([{ code: "endpoint-service-public", path: "allowedPrincipals[0]" }]);
    expect(error.message).toContain("every AWS account could use the load balancer");
    expect(withProps({ allowedPrincipals: ["*"] }).only("aws_vpc_endpoint_service").attributes).toMatchObject({
      acceptance_required: true,
      allowed_principals: ["*"],
    });
  });

  it("for IPv6 on a load balancer that is known to have none", () => {
    const offer = { supportedIpAddressTypes: ["ipv4", "ipv6"] } as const;
    expect(refused({ ...offer, loadBalancers: [{ loadBalancerArn: ARN, ipAddressType: "ipv4" }] })).toEqual([
      "endpoint-service-without-ipv6",
    ]);
    expect(withProps(offer).all("aws_vpc_endpoint_service")).toHaveLength(1);
  });

  it("for other Regions with one zone, and for a Region that is none", () => {
    const oneZone = [{ loadBalancerArn: ARN, availabilityZones: ["eu-west-1a"] }];
    expect(refused({ supportedRegions: ["frankfurt"], loadBalancers: oneZone })).toEqual([
      "region-unknown",
      "cross-region-zones-too-few",
    ]);
  });

  it.each(["Orders.example.com", "orders", "https://orders.example.com", "a.*.example.com", "-a.example.com", ""])(
    "for the private DNS name %j",
    (privateDnsName) => expect(refused({ privateDnsName })).toEqual(["private-dns-name-malformed"]),
  );

  it("for an acceptance where none is required", () => {
    const error = configurationErrorOf(() =>
      synth((stack) =>
        new EndpointService(stack, "service", { ...minimal, acceptanceRequired: false }).accept(stack, "a", "vpce-0a"),
      ),
    );
    expect(error.issues).toMatchObject([
      { code: "acceptance-not-required", problem: expect.stringContaining('"vpce-0a"') },
    ]);
  });
});

describe("a principal", () => {
  it.each([
    ["an account", ACCOUNT],
    ["a role", "arn:aws:iam::123456789012:role/deploy+1=a,b.c@d_e-f"],
    ["a user in China", "arn:aws-cn:iam::123456789012:user/anna"],
    ["a token", Token.asString({ resolve: () => "late" })],
    ["a Terraform expression", "arn:aws:iam::${var.account}:root"],
  ])("may be %s", (_, principal) => {
    expect(withProps({ allowedPrincipals: [principal] }).all("aws_vpc_endpoint_service")).toHaveLength(1);
  });

  it.each([
    ["123456789012", 'write "arn:aws:iam::123456789012:root"'],
    ["arn:aws:iam::12345:root", 'write for example "arn:aws:iam::123456789012:root"'],
    ["arn:aws:iam::123456789012:group/admins", 'write for example "arn:aws:iam::123456789012:root"'],
    ["arn:aws:iam::123456789012:role/team/deploy", "allow the whole account, or a user or role without a path"],
    ["", 'write for example "arn:aws:iam::123456789012:root"'],
  ])("is not %j", (principal, fix) => {
    const error = configurationErrorOf(() => withProps({ allowedPrincipals: [ACCOUNT, principal] }));
    expect(error.issues).toMatchObject([{ code: "principal-malformed", path: "allowedPrincipals[1]", fix }]);
  });
});
