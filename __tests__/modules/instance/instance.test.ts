import { describe, expect, it } from "vitest";
import {
  EndpointPlan,
  Instance,
  type InstanceProps,
  type InstanceSpec,
  type Network,
  Peer,
  PrivateNetwork,
  VpcEndpoints,
} from "../../../modules";
import { codesOf, configurationErrorOf } from "../../support/configuration-error-of";
import { appSubnet, legacyNetwork } from "../../support/orders";
import { newStack, parsed, ref, synth, synthApp } from "../../support/synth";

const publicSubnet = {
  ...appSubnet,
  name: "public",
  id: "subnet-0d",
  tier: "public",
  wayOut: "internet-gateway",
} as const;
const publicNetwork = { ...legacyNetwork, subnets: [publicSubnet] } as const satisfies Network;
const quiet = { name: "host", sessionManager: false } as const satisfies InstanceSpec;

const instanceIn = (props: Partial<InstanceProps> = {}) =>
  synth((stack) => new Instance(stack, "host", { instance: { name: "host" }, network: publicNetwork, ...props }));
const refused = (props: Partial<InstanceProps>) => codesOf(() => instanceIn(props));

/** An instance in an isolated subnet with the endpoints of a plan. */
function isolated(instance: InstanceSpec, planned: InstanceSpec = instance, props: Partial<InstanceProps> = {}) {
  return synth((stack) => {
    const services = EndpointPlan.forInstances([planned]);
    const endpoints = new VpcEndpoints(stack, "endpoints", { network: legacyNetwork, services });
    new Instance(stack, "host", { instance, network: legacyNetwork, endpoints, ...props });
  });
}

describe("an instance", () => {
  it("has a role without a boundary unless it is given one", () => {
    const permissionsBoundary = "arn:aws:iam::123456789012:policy/boundary";
    expect(instanceIn().only("aws_iam_role").attributes).not.toHaveProperty("permissions_boundary");
    const bounded = instanceIn({ permissionsBoundary }).only("aws_iam_role");
    expect(bounded.attributes["permissions_boundary"]).toBe(permissionsBoundary);
  });

  it("takes no token of version 1, encrypts its disk, and has the newest Amazon Linux 2023, which does not replace it", () => {
    const stack = instanceIn();
    const [image] = stack.dataSources;
    expect(image?.attributes).toEqual({
      name: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64",
    });
    expect(stack.only("aws_instance").attributes).toMatchObject({
      ami: image && ref(image, "insecure_value"),
      instance_type: "t3.micro",
      metadata_options: { http_endpoint: "enabled", http_tokens: "required" },
      root_block_device: { encrypted: true, volume_size: 8 },
      lifecycle: { ignore_changes: ["ami"] },
      tags: { Name: "host" },
    });
    expect(stack.only("aws_instance").attributes).not.toHaveProperty("user_data");
    expect(stack.only("aws_instance").attributes).not.toHaveProperty("key_name");
  });

  it("takes another image as it is, another architecture, type, disk, key and tags", () => {
    const own = instanceIn({ imageId: "ami-0a", instanceType: "m7g.large", keyName: "key", tags: { Team: "a" } });
    expect(own.dataSources).toEqual([]);
    expect(own.only("aws_instance").attributes).toMatchObject({
      ami: "ami-0a",
      instance_type: "m7g.large",
      key_name: "key",
      root_block_device: { encrypted: true },
      tags: { Name: "host", Team: "a" },
    });
    expect(own.only("aws_instance").attributes).not.toHaveProperty("lifecycle");
    const arm = instanceIn({ architecture: "ARM64", rootVolumeSize: 30 });
    expect(arm.dataSources[0]?.attributes["name"]).toMatch(/al2023-ami-kernel-default-arm64$/);
    expect(arm.only("aws_instance").attributes["root_block_device"]).toEqual({ encrypted: true, volume_size: 30 });
  });

  it("is replaced for another script", () => {
    expect(instanceIn({ instance: { name: "host", packages: ["jq"] } }).only("aws_instance").attributes).toMatchObject({
      user_data: "#!/bin/bash\nset -euo pipefail\ndnf install -y jq\n",
      user_data_replace_on_change: true,
    });
  });

  it("has the rights of a session, and those that were asked for", () => {
    const statements = [{ actions: ["sqs:SendMessage"], resources: ["arn:aws:sqs:eu-west-1:123456789012:orders"] }];
    const stack = instanceIn({ statements });
    expect(parsed(stack.only("aws_iam_role_policy").attributes["policy"])).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "SessionManager",
          Effect: "Allow",
          Action: [
            "ssm:UpdateInstanceInformation",
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel",
          ],
          Resource: ["*"],
        },
        { Effect: "Allow", Action: ["sqs:SendMessage"], Resource: ["arn:aws:sqs:eu-west-1:123456789012:orders"] },
      ],
    });
    const profile = stack.only("aws_iam_instance_profile");
    expect(profile.attributes["role"]).toBe(ref(stack.only("aws_iam_role"), "name"));
    expect(stack.only("aws_instance").attributes["iam_instance_profile"]).toBe(ref(profile, "name"));
    expect(parsed(stack.only("aws_iam_role").attributes["assume_role_policy"])).toMatchObject({
      Statement: [{ Principal: { Service: "ec2.amazonaws.com" } }],
    });
  });

  it("has no profile where it has no rights", () => {
    const stack = instanceIn({ instance: quiet });
    expect(stack.all("aws_iam_role")).toEqual([]);
    expect(stack.only("aws_instance").attributes).not.toHaveProperty("iam_instance_profile");
  });

  it("lets nothing in, and in a public subnet out on port 443 only", () => {
    const stack = instanceIn();
    expect(stack.all("aws_vpc_security_group_ingress_rule")).toEqual([]);
    expect(stack.only("aws_vpc_security_group_egress_rule").attributes).toMatchObject({
      cidr_ipv4: "0.0.0.0/0",
      from_port: 443,
      to_port: 443,
    });
    expect(stack.only("aws_instance").attributes["associate_public_ip_address"]).toBe(true);
  });

  it("has the rules that it is given besides", () => {
    const peer = Peer.cidr("172.20.0.0/16");
    const stack = instanceIn({
      securityGroup: {
        name: "other",
        description: "a host",
        ingress: { web: { peer, port: 80 } },
        egress: { web: { peer, port: 8080 } },
      },
    });
    expect(stack.only("aws_security_group").attributes).toMatchObject({ name: "other", description: "a host" });
    expect(stack.only("aws_vpc_security_group_ingress_rule").attributes["from_port"]).toBe(80);
    expect(stack.at("host/security-group/egress-web").attributes["from_port"]).toBe(8080);
  });

  it("opens a session by a command, where there are sessions", () => {
    const stack = newStack();
    const network = publicNetwork;
    expect(new Instance(stack, "a", { instance: { name: "a" }, network }).sessionCommand).toMatch(
      /^aws ssm start-session --region eu-west-1 --target \$\{TfToken/,
    );
    expect(new Instance(stack, "b", { instance: { ...quiet, name: "b" }, network }).sessionCommand).toBeUndefined();
  });
});

describe("an instance in an isolated subnet", () => {
  it("gets out to its endpoints only, is let in there, and waits for them", () => {
    const stack = isolated({ name: "host" });
    const instance = stack.only("aws_instance");
    expect(instance.attributes["subnet_id"]).toBe("subnet-0a");
    expect(instance.attributes).not.toHaveProperty("associate_public_ip_address");
    const host = ref(stack.at("host/security-group/Resource"), "id");
    const endpoints = ref(stack.at("endpoints/security-group/Resource"), "id");
    const s3 = stack.at("endpoints/s3/Resource");
    expect(
      stack
        .all("aws_vpc_security_group_egress_rule")
        .map(({ attributes }) => attributes["referenced_security_group_id"] ?? attributes["prefix_list_id"]),
    ).toEqual([endpoints, ref(s3, "prefix_list_id")]);
    const rule = stack.only("aws_vpc_security_group_ingress_rule");
    expect(rule.attributes).toMatchObject({ security_group_id: endpoints, referenced_security_group_id: host });
    expect(instance.attributes["depends_on"]).toEqual(
      expect.arrayContaining([s3.address, stack.at("endpoints/ssmmessages/Resource").address, rule.address]),
    );
  });

  it("takes its endpoints from several groups", () => {
    const stack = synth((scope) => {
      const network = legacyNetwork;
      const own = new VpcEndpoints(scope, "own", { network, services: ["sqs"], securityGroup: { name: "own" } });
      const session = new VpcEndpoints(scope, "session", {
        network,
        services: EndpointPlan.forInstances([{ name: "host" }]),
      });
      const instance = { name: "host", uses: ["sqs"] } satisfies InstanceSpec;
      const host = new Instance(scope, "host", { instance, network, endpoints: [own, session] });
      expect([...host.endpointRules.keys()]).toEqual(["own", "session"]);
    });
    expect(stack.at("host/own-ingress").attributes["security_group_id"]).toBe(
      ref(stack.at("own/security-group/Resource"), "id"),
    );
    expect(stack.at("host/security-group/egress-session-s3").type).toBe("aws_vpc_security_group_egress_rule");
  });

  it("uses the endpoints that the network has already", () => {
    const network = {
      ...legacyNetwork,
      endpoints: [{ type: "Interface", service: "sqs", securityGroupIds: ["sg-0a"] }],
    } as const satisfies Network;
    const stack = instanceIn({ network, instance: { ...quiet, uses: ["sqs"] } });
    expect(stack.only("aws_vpc_security_group_egress_rule").attributes["referenced_security_group_id"]).toBe("sg-0a");
  });

  it("may use endpoints of another stack, and names nothing of that stack in depends_on", () => {
    const stacks = synthApp((app) => {
      const base = newStack(app, "base");
      const network = new PrivateNetwork(base, "network", { region: "eu-west-1", availabilityZones: ["eu-west-1a"] });
      const services = EndpointPlan.forInstances([{ name: "host" }]);
      const endpoints = new VpcEndpoints(base, "endpoints", { network, services });
      new Instance(newStack(app, "hosts"), "host", { instance: { name: "host" }, network, endpoints });
    });
    expect(stacks.get("base")?.dependencies).toEqual([]);
    const hosts = stacks.get("hosts");
    const own = new Set(hosts?.resources.map(({ address }) => address));
    const dependsOn = hosts?.only("aws_instance").attributes["depends_on"];
    expect(dependsOn).toEqual(expect.arrayContaining([hosts?.at("host/endpoints-ingress").address]));
    expect((Array.isArray(dependsOn) ? dependsOn : []).filter((address) => !own.has(address))).toEqual([]);
  });
});

describe("an instance is refused", () => {
  it("with Session Manager, without the endpoints for it, all of them at once", () => {
    const error = configurationErrorOf(() => instanceIn({ network: legacyNetwork }));
    expect(error.issues.map(({ code, path, problem }) => [code, path, problem])).toEqual(
      ["s3", "ec2messages", "ssm", "ssmmessages"].map((service) => [
        "endpoint-missing",
        "instance.sessionManager",
        `the instance "host" needs "${service}", and there are no endpoints`,
      ]),
    );
    expect(error.message).toContain("or write sessionManager: false");
  });

  it("for a call without its endpoint", () => {
    const error = configurationErrorOf(() => isolated({ name: "host", uses: ["sqs"] }, { name: "host" }));
    expect(error.issues).toMatchObject([
      {
        code: "endpoint-missing",
        path: "instance.uses[0]",
        problem: 'the instance "host" needs "sqs", which is not among the endpoints s3, ec2messages, ssm, ssmmessages',
      },
    ]);
  });

  it("not where its subnet has a way out", () => {
    const subnets = [{ ...appSubnet, wayOut: "nat-gateway" } as const];
    expect(instanceIn({ network: { ...legacyNetwork, subnets } }).all("aws_instance")).toHaveLength(1);
  });

  it("in a public subnet without a public address and without endpoints", () => {
    const error = configurationErrorOf(() => instanceIn({ publicAddress: false, instance: { name: "host" } }));
    expect(new Set(error.issues.map(({ code }) => code))).toEqual(new Set(["endpoint-missing"]));
    expect(error.message).toContain("only a public address uses the internet gateway");
  });

  it("with a public address in a private subnet", () => {
    expect(refused({ network: legacyNetwork, instance: quiet, publicAddress: true })).toEqual([
      "public-address-in-private-subnet",
    ]);
  });

  it("in a subnet that there is not, or where no subnet takes it", () => {
    const error = configurationErrorOf(() => instanceIn({ subnet: "publik" }));
    expect(error.issues).toMatchObject([{ code: "instance-subnet-unknown", path: "subnet" }]);
    expect(error.message).toContain('write "public"');
    expect(refused({ network: { ...legacyNetwork, subnets: [] } })).toEqual(["instance-subnet-unknown"]);
  });

  it("for a malformed name and package, and a rule in the place of one of its own", () => {
    const peer = Peer.cidr("10.0.0.0/8");
    const securityGroup = { egress: { https: { peer, port: 443 } } };
    expect(refused({ instance: { name: "my host", packages: ["a b"] }, securityGroup })).toEqual([
      "instance-name-invalid",
      "package-name-invalid",
      "egress-rule-name-taken",
    ]);
  });
});
