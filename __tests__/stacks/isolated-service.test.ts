import { describe, expect, it } from "vitest";
import { type IsolatedServiceProps, IsolatedServiceStack } from "../../stacks/isolated-service";
import { codesOf } from "../support/configuration-error-of";
import { parsed, ref, type SynthesizedStack, synthApp } from "../support/synth";

const synthStack = (props: IsolatedServiceProps = {}): SynthesizedStack => {
  const stack = synthApp((app) => new IsolatedServiceStack(app, "isolated-service", props)).get("isolated-service");
  if (stack === undefined) throw new Error("the stack was not synthesized");
  return stack;
};
const subnetRows = (stack: SynthesizedStack) =>
  stack
    .all("aws_subnet")
    .map(({ path, attributes: { cidr_block, availability_zone } }) => [
      path.replace("network/subnet-", ""),
      cidr_block,
      availability_zone,
    ])
    .sort(([, , a], [, , b]) => `${a}`.localeCompare(`${b}`));
const subnetIds = (stack: SynthesizedStack, name: string) =>
  ["a", "b"].map((zone) => ref(stack.at(`network/subnet-${name}-${zone}`), "id"));

describe("the isolated-service stack", () => {
  const stack = synthStack();

  it("VPC: 10.0.0.0/16 in ap-northeast-1, public /24 subnets ingress and isolated subnets in 1a and 1c", () => {
    expect(stack.json.provider["aws"]).toEqual([{ region: "ap-northeast-1" }]);
    expect(stack.only("aws_vpc").attributes).toMatchObject({ cidr_block: "10.0.0.0/16", enable_dns_hostnames: true });
    expect(subnetRows(stack)).toEqual([
      ["ingress-a", "10.0.24.0/24", "ap-northeast-1a"],
      ["isolated-a", "10.0.0.0/24", "ap-northeast-1a"],
      ["ingress-b", "10.0.56.0/24", "ap-northeast-1c"],
      ["isolated-b", "10.0.32.0/24", "ap-northeast-1c"],
    ]);
  });

  it("NAT gateways: none, and no way out but that of the public subnets", () => {
    for (const type of ["aws_nat_gateway", "aws_eip", "aws_egress_only_internet_gateway"]) {
      expect(stack.all(type)).toEqual([]);
    }
    expect(stack.only("aws_route").attributes).toEqual({
      route_table_id: ref(stack.at("network/route-table-public"), "id"),
      destination_cidr_block: "0.0.0.0/0",
      gateway_id: ref(stack.only("aws_internet_gateway"), "id"),
    });
  });

  it("interface endpoints: six, derived from the task, private DNS on, in the isolated subnets of both zones", () => {
    const endpoints = stack
      .all("aws_vpc_endpoint")
      .filter(({ attributes }) => attributes["vpc_endpoint_type"] === "Interface");
    const services = endpoints.map(({ attributes }) =>
      `${attributes["service_name"]}`.replace("com.amazonaws.ap-northeast-1.", ""),
    );
    expect(services.sort()).toEqual(["ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm", "ssmmessages"]);
    for (const { attributes } of endpoints) {
      expect(attributes).toMatchObject({ private_dns_enabled: true, subnet_ids: subnetIds(stack, "isolated") });
    }
  });

  it("gateway endpoint: s3 on the isolated route tables, for the layers of ECR only", () => {
    const { policy, route_table_ids } = stack.at("endpoints/s3/Resource").attributes;
    expect(route_table_ids).toEqual(
      ["a", "b"].map((zone) => ref(stack.at(`network/route-table-isolated-${zone}`), "id")),
    );
    expect(parsed(policy)).toMatchObject({
      Statement: [
        {
          Effect: "Allow",
          Principal: "*",
          Action: ["s3:GetObject"],
          Resource: ["arn:aws:s3:::prod-ap-northeast-1-starport-layer-bucket/*"],
        },
      ],
    });
  });

  it("service: 1.4.0 in the isolated subnets, no public address, ECS Exec on, no task at first", () => {
    expect(stack.only("aws_ecs_service").attributes).toMatchObject({
      platform_version: "1.4.0",
      desired_count: 0,
      enable_execute_command: true,
      network_configuration: { assign_public_ip: false, subnets: subnetIds(stack, "isolated") },
      load_balancer: [{ container_name: "web", container_port: 80 }],
    });
  });

  it("load balancer: internet-facing in the public subnets, HTTP", () => {
    expect(stack.only("aws_lb").attributes).toMatchObject({ internal: false, subnets: subnetIds(stack, "ingress") });
    expect(stack.only("aws_lb").attributes).not.toHaveProperty("ip_address_type");
    expect(stack.only("aws_lb_listener").attributes).toMatchObject({ port: 80, protocol: "HTTP" });
  });

  it("outputs: the address, and commands ready to paste", () => {
    expect(stack.output("url")).toBe(`http://${ref(stack.only("aws_lb"), "dns_name")}`);
    expect(stack.output("execute_command")).toMatch(/^aws ecs execute-command .* --container web --interactive/);
    for (const name of ["push_image", "run_task", "start_service"]) expect(stack.output(name)).toMatch(/^aws /);
  });
});

describe("the isolated-service stack as it was asked for", () => {
  it.each([
    [1, 1],
    [2, 2],
  ])("has %d NAT gateways and application subnets that use them", (natGateways, count) => {
    const stack = synthStack({ natGateways });
    expect(stack.all("aws_nat_gateway")).toHaveLength(count);
    expect(subnetRows(stack).filter(([name]) => `${name}`.startsWith("application"))).toEqual([
      ["application-a", "10.0.4.0/24", "ap-northeast-1a"],
      ["application-b", "10.0.36.0/24", "ap-northeast-1c"],
    ]);
    const { network_configuration } = stack.only("aws_ecs_service").attributes;
    expect(network_configuration).toMatchObject({ subnets: subnetIds(stack, "isolated") });
    expect(stack.addresses).toEqual(expect.arrayContaining([...synthStack().addresses]));
  });

  it("has a dual-stack load balancer with IPv6, open to both", () => {
    const stack = synthStack({ ipv6: true });
    expect(stack.only("aws_lb").attributes["ip_address_type"]).toBe("dualstack");
    expect(stack.at("balancer/security-group/ingress-http-internet-ipv6").attributes["cidr_ipv6"]).toBe("::/0");
  });

  it("has HTTPS with a certificate, and redirects to it", () => {
    const certificateArn = "arn:aws:acm:ap-northeast-1:123456789012:certificate/0";
    const stack = synthStack({ certificateArn });
    expect(stack.at("balancer/listener-https").attributes["certificate_arn"]).toBe(certificateArn);
    expect(stack.at("balancer/listener-http").attributes["default_action"]).toMatchObject([{ type: "redirect" }]);
    expect(stack.output("url")).toMatch(/^https:/);
  });

  it("takes its other settings", () => {
    const stack = synthStack({
      name: "shop",
      region: "eu-west-1",
      cidrBlock: "10.8.0.0/18",
      subnetPrefixLength: 26,
      availabilityZones: ["eu-west-1b", "eu-west-1c"],
      ingressCidrBlocks: ["192.0.2.0/24", "2001:db8::/32"],
      containerPort: 8080,
      healthCheckPath: "/health",
      imageTag: "1.0",
      desiredCount: 2,
    });
    expect(subnetRows(stack)).toContainEqual(["isolated-a", "10.8.0.0/26", "eu-west-1b"]);
    expect(stack.at("balancer/security-group/ingress-http-192-0-2-0-24").attributes["cidr_ipv4"]).toBe("192.0.2.0/24");
    expect(stack.at("balancer/security-group/ingress-http-2001-db8---32").attributes["cidr_ipv6"]).toBe(
      "2001:db8::/32",
    );
    expect(stack.only("aws_lb_target_group").attributes).toMatchObject({
      port: 8080,
      health_check: { path: "/health" },
    });
    expect(stack.only("aws_ecs_service").attributes).toMatchObject({ name: "shop", desired_count: 2 });
    expect(stack.only("aws_ecs_task_definition").attributes["container_definitions"]).toContain(":1.0");
  });

  it("refuses a number of NAT gateways between one and one for each zone, and beyond", () => {
    expect(codesOf(() => synthStack({ natGateways: 3 }))).toEqual(["setting-malformed"]);
    expect(codesOf(() => synthStack({ natGateways: -1 }))).toEqual(["setting-malformed"]);
  });
});
