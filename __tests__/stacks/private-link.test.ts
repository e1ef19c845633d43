import { App } from "cdktf";
import { describe, expect, it } from "vitest";
import { createStacks } from "../../stacks";
import { PrivateLinkConsumerStack } from "../../stacks/private-link-consumer";
import { PrivateLinkProviderStack } from "../../stacks/private-link-provider";
import { codesOf, configurationErrorOf } from "../support/configuration-error-of";
import { ref, type SynthesizedStack, synthApp } from "../support/synth";

const PROVIDER = "private-link-provider";
const CONSUMER = "private-link-consumer";
const SERVICE_NAME = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";
const ACCEPTER = "aws_vpc_endpoint_connection_accepter";

function synthesize(
  settings: Readonly<Record<string, unknown>> = {},
  stacks: readonly string[] = [PROVIDER, CONSUMER],
) {
  const synthesized = synthApp(createStacks, { stacks, ...settings });
  const named = (name: string): SynthesizedStack => {
    const stack = synthesized.get(name);
    if (stack === undefined) throw new Error(`no stack ${name}`);
    return stack;
  };
  return { provider: () => named(PROVIDER), consumer: () => named(CONSUMER), names: [...synthesized.keys()].sort() };
}

/** The rules of a security group that come from addresses, as `port from block`. */
function openings(stack: SynthesizedStack, groupName: string): string[] {
  const group = stack.all("aws_security_group").find(({ attributes }) => attributes["name"] === groupName);
  return stack
    .all("aws_vpc_security_group_ingress_rule")
    .filter(({ attributes }) => group !== undefined && attributes["security_group_id"] === ref(group, "id"))
    .flatMap(({ attributes }) =>
      attributes["cidr_ipv4"] === undefined ? [] : [`${attributes["from_port"]} from ${attributes["cidr_ipv4"]}`],
    )
    .sort();
}

describe("provider and consumer together", () => {
  it("are two stacks, of which the consumer comes second, in whatever order they are named", () => {
    const { provider, consumer } = synthesize({}, [CONSUMER, PROVIDER]);
    expect(provider().dependencies).toEqual([]);
    expect(consumer().dependencies).toEqual([PROVIDER]);
  });

  it("accept the connection in the consumer's stack, unless told not to", () => {
    const { provider, consumer } = synthesize();
    expect(provider().all(ACCEPTER)).toEqual([]);
    expect(consumer().only(ACCEPTER).attributes["vpc_endpoint_id"]).toBe(
      ref(consumer().only("aws_vpc_endpoint"), "id"),
    );
    expect(
      synthesize({ [CONSUMER]: { acceptConnection: false } })
        .consumer()
        .all(ACCEPTER),
    ).toEqual([]);
  });

  it("need a zone in common", () => {
    const error = configurationErrorOf(() => synthesize({ [CONSUMER]: { availabilityZone: "us-east-1b" } }));
    expect(error.issues).toMatchObject([{ code: "endpoint-zone-not-offered" }]);
    const both = { [CONSUMER]: { availabilityZone: "us-east-1b" }, [PROVIDER]: { availabilityZone: "us-east-1b" } };
    expect(synthesize(both).names).toHaveLength(2);
  });

  it("open no SSH, and only what the walkthrough opens", () => {
    const { provider, consumer } = synthesize();
    expect(openings(provider(), "Webserver_sg")).toEqual(["443 from 0.0.0.0/0", "80 from 0.0.0.0/0"]);
    expect(openings(consumer(), "Customer_EC2_SG")).toEqual(["80 from 0.0.0.0/0"]);
    for (const stack of [provider(), consumer()]) {
      expect(stack.only("aws_instance").attributes).not.toHaveProperty("key_name");
    }
  });

  it("open SSH from where it is asked for, with the key", () => {
    const ssh = { sshCidrBlocks: ["203.0.113.0/24", "198.51.100.7/32"], sshKeyName: "key" };
    const { provider, consumer } = synthesize({ [PROVIDER]: ssh, [CONSUMER]: ssh });
    const from = ["22 from 198.51.100.7/32", "22 from 203.0.113.0/24"];
    expect(openings(provider(), "Webserver_sg").filter((rule) => rule.startsWith("22 "))).toEqual(from);
    expect(openings(consumer(), "Customer_EC2_SG").filter((rule) => rule.startsWith("22 "))).toEqual(from);
    expect(consumer().only("aws_instance").attributes["key_name"]).toBe("key");
  });

  it("are in the Region of the context, and take their settings", () => {
    const { provider, consumer } = synthesize({
      region: "eu-west-1",
      [PROVIDER]: {
        name: "Shop",
        cidrBlock: "172.16.0.0/16",
        subnetCidrBlock: "172.16.1.0/24",
        securityGroupName: "web",
        loadBalancerName: "shop-lb",
        targetGroupName: "shop-tg",
      },
      [CONSUMER]: { name: "Guest", cidrBlock: "172.17.0.0/16", subnetCidrBlock: "172.17.1.0/24" },
    });
    for (const text of ["us-east-1", "20.0.", "Service_", "MyNetwork", "Webserver_sg"]) {
      expect(provider().text).not.toContain(text);
    }
    for (const text of ["us-east-1", "10.0.", "Customer_"]) expect(consumer().text).not.toContain(text);
    expect(provider().only("aws_subnet").attributes).toMatchObject({
      cidr_block: "172.16.1.0/24",
      availability_zone: "eu-west-1a",
      tags: { Name: "Shop_Public_subnet" },
    });
    expect(provider().only("aws_lb").attributes["name"]).toBe("shop-lb");
    expect(consumer().only("aws_vpc").attributes["tags"]).toEqual({ Name: "Guest_Network" });
  });
});

describe("the provider alone", () => {
  it("admits its own account, or the principals that it is given", () => {
    const service = (settings = {}) =>
      synthesize({ [PROVIDER]: settings }, [PROVIDER])
        .provider()
        .only("aws_vpc_endpoint_service").attributes;
    expect(service()).toMatchObject({
      acceptance_required: true,
      allowed_principals: ["arn:aws:iam::${data.aws_caller_identity.account.account_id}:root"],
    });
    const other = "arn:aws:iam::210987654321:root";
    expect(service({ allowedPrincipals: [other] })["allowed_principals"]).toEqual([other]);
    expect(codesOf(() => service({ allowedPrincipals: ["210987654321"] }))).toEqual(["principal-malformed"]);
  });

  it("accepts the endpoints of consumers elsewhere by their ids", () => {
    const acceptedEndpoints = ["vpce-0a", "vpce-0b"];
    const { provider } = synthesize({ [PROVIDER]: { acceptedEndpoints } }, [PROVIDER]);
    expect(
      provider()
        .all(ACCEPTER)
        .map(({ attributes }) => attributes),
    ).toEqual(
      acceptedEndpoints.map((id) => ({
        vpc_endpoint_id: id,
        vpc_endpoint_service_id: ref(provider().only("aws_vpc_endpoint_service"), "id"),
      })),
    );
  });

  it("says what a person needs next", () => {
    const { provider } = synthesize({}, [PROVIDER]);
    expect(Object.keys(provider().json.output ?? {}).sort()).toEqual([
      "accept",
      "connections",
      "curl",
      "service_id",
      "service_name",
      "session",
      "vpc_id",
    ]);
    expect(provider().output("curl")).toBe(`curl http://${ref(provider().only("aws_lb"), "dns_name")}`);
  });
});

describe("the consumer alone", () => {
  it("takes the service by its name, and leaves the acceptance to the provider", () => {
    const { consumer } = synthesize({ [CONSUMER]: { serviceName: SERVICE_NAME } }, [CONSUMER]);
    expect(consumer().dependencies).toEqual([]);
    expect(consumer().only("aws_vpc_endpoint").attributes).toMatchObject({
      service_name: SERVICE_NAME,
      private_dns_enabled: false,
      vpc_endpoint_type: "Interface",
    });
    expect(consumer().all(ACCEPTER)).toEqual([]);
  });

  it("takes the service by its name beside another provider, too", () => {
    const { consumer } = synthesize({ [CONSUMER]: { serviceName: SERVICE_NAME } });
    expect(consumer().dependencies).toEqual([]);
    expect(consumer().all(ACCEPTER)).toEqual([]);
  });

  it("is refused without a service", () => {
    const error = configurationErrorOf(() => synthesize({}, [CONSUMER]));
    expect(error.issues).toMatchObject([{ code: "service-name-missing", path: "serviceName" }]);
  });

  it("is refused for the id of the service, and for a service of another Region", () => {
    const refused = (serviceName: string) => codesOf(() => synthesize({ [CONSUMER]: { serviceName } }, [CONSUMER]));
    expect(refused("vpce-svc-0123456789abcdef0")).toEqual(["service-name-malformed"]);
    expect(refused(SERVICE_NAME.replace("us-east-1", "eu-west-1"))).toEqual(["service-in-other-region"]);
  });
});

it("both are in the Region of the walkthrough where nobody names one", () => {
  const app = new App();
  const { service } = new PrivateLinkProviderStack(app, PROVIDER);
  expect(service.availabilityZones).toEqual(["us-east-1a"]);
  expect(() => new PrivateLinkConsumerStack(app, CONSUMER, { service })).not.toThrow();
});
