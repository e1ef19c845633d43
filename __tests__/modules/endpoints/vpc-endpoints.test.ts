import { describe, expect, it } from "vitest";
import {
  ContainerImage,
  EndpointPlan,
  type EndpointServiceName,
  type FargateTask,
  type Network,
  Peer,
  VpcEndpoints,
  type VpcEndpointsProps,
} from "../../../modules";
import { configurationErrorOf } from "../../support/configuration-error-of";
import { appSubnet, endpointSubnet, legacyNetwork, ordersTask } from "../../support/orders";
import { newStack, ref, synth } from "../../support/synth";

const plan = EndpointPlan.forTasks([ordersTask]);
const synthEndpoints = (props: Partial<VpcEndpointsProps> = {}) =>
  synth((scope) => new VpcEndpoints(scope, "endpoints", { network: legacyNetwork, services: plan, ...props }));
const servicesOf = (stack: ReturnType<typeof synth>) =>
  stack.all("aws_vpc_endpoint").map(({ attributes }) => [attributes["vpc_endpoint_type"], attributes["service_name"]]);

describe("VpcEndpoints", () => {
  it("explains its plan as it is in the network", () => {
    const task: FargateTask = {
      family: "vendor",
      containers: { api: { image: ContainerImage.registry("registry.example.com/api:1") } },
    };
    const services = EndpointPlan.forTasks([task]);
    expect(services.explain()).toContain("error");
    const stack = newStack();
    const network: Network = { ...legacyNetwork, wayOut: "nat-gateway" };
    const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: services.with("sqs", "a queue") });
    expect(endpoints.plan?.explain()).not.toContain("error");
    expect(endpoints.plan?.explain()).toContain("sqs");
    expect(endpoints.plan?.surroundings.region).toBe(legacyNetwork.region);
  });

  it("creates what the plan says, each of its type", () => {
    expect(servicesOf(synthEndpoints())).toEqual([
      ["Interface", "com.amazonaws.eu-west-1.ecr.api"],
      ["Interface", "com.amazonaws.eu-west-1.ecr.dkr"],
      ["Interface", "com.amazonaws.eu-west-1.logs"],
      ["Gateway", "com.amazonaws.eu-west-1.s3"],
    ]);
  });

  it("creates what a list names, each service once", () => {
    expect(servicesOf(synthEndpoints({ services: ["s3", "sqs", "sqs"] }))).toEqual([
      ["Gateway", "com.amazonaws.eu-west-1.s3"],
      ["Interface", "com.amazonaws.eu-west-1.sqs"],
    ]);
  });

  it("creates for a declared call what the task does not show", () => {
    const services = plan.with("dynamodb", "the orders are kept there").with("sqs", "the worker polls a queue");
    expect(servicesOf(synthEndpoints({ services }))).toHaveLength(6);
    expect(services.explain()).toContain("the worker polls a queue");
  });

  it("gives all interface endpoints one security group, which admits nobody and lets nothing out by itself", () => {
    const stack = synthEndpoints();
    const group = stack.only("aws_security_group");
    expect(group.attributes).toEqual({
      vpc_id: "vpc-0123456789abcdef0",
      name: "legacy-vpc-endpoint",
      lifecycle: { ignore_changes: ["name"] },
      tags: { Name: "legacy-vpc-endpoint" },
    });
    for (const { attributes } of stack.all("aws_vpc_endpoint")) {
      if (attributes["vpc_endpoint_type"] === "Gateway") expect(attributes).not.toHaveProperty("security_group_ids");
      else expect(attributes["security_group_ids"]).toEqual([ref(group, "id")]);
    }
    expect(stack.resources).toHaveLength(5);
  });

  it("needs no security group where there are only gateway endpoints", () => {
    const stack = synthEndpoints({ services: ["s3", "dynamodb"] });
    expect(stack.resources.map(({ type }) => type)).toEqual(["aws_vpc_endpoint", "aws_vpc_endpoint"]);
  });

  it("takes settings of single endpoints and of the security group", () => {
    const stack = synthEndpoints({
      settings: { logs: { privateDnsEnabled: false, tags: { Name: "Logs" } } },
      securityGroup: {
        name: "endpoints",
        description: "of the endpoints",
        ingress: { vpc: { peer: Peer.cidr("172.20.0.0/16"), port: 443 } },
      },
    });
    expect(stack.at("endpoints/logs/Resource").attributes).toMatchObject({
      private_dns_enabled: false,
      tags: { Name: "Logs" },
    });
    expect(stack.at("endpoints/ecr-api/Resource").attributes["private_dns_enabled"]).toBe(true);
    expect(stack.only("aws_security_group").attributes).toMatchObject({
      name: "endpoints",
      description: "of the endpoints",
    });
    expect(stack.only("aws_vpc_security_group_ingress_rule").attributes["cidr_ipv4"]).toBe("172.20.0.0/16");
  });

  it("takes the policy and the tags of a gateway endpoint", () => {
    const policy = [{ principal: "*", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::layers/*"] }] as const;
    const { attributes } = synthEndpoints({ settings: { s3: { policy, tags: { Name: "layers" } } } }).at(
      "endpoints/s3/Resource",
    );
    expect(attributes["tags"]).toEqual({ Name: "layers" });
    expect(attributes["policy"]).toContain("arn:aws:s3:::layers/*");
  });

  it("tells what it has", () => {
    const endpoints = new VpcEndpoints(newStack(), "endpoints", { network: legacyNetwork, services: plan });
    expect(endpoints.plan?.endpoints).toEqual(plan.endpoints);
    expect([...endpoints.services].sort()).toEqual(["ecr.api", "ecr.dkr", "logs", "s3"]);
    expect([...endpoints.gateways.keys()]).toEqual(["s3"]);
    expect([...endpoints.interfaces.keys()]).toEqual(["ecr.api", "ecr.dkr", "logs"]);
    expect(endpoints.present).toEqual([
      { service: "s3", type: "Gateway" },
      { service: "ecr.api", type: "Interface" },
      { service: "ecr.dkr", type: "Interface" },
      { service: "logs", type: "Interface" },
    ]);
    expect(plan.in({ endpoints: endpoints.present }).missing).toEqual([]);
  });
});

describe("VpcEndpoints in a network with endpoints", () => {
  it("creates no second one", () => {
    const network: Network = {
      ...legacyNetwork,
      endpoints: [
        { type: "Gateway", service: "s3", prefixListId: "pl-1" },
        { type: "Interface", service: "logs", securityGroupIds: ["sg-1"] },
      ],
    };
    expect(servicesOf(synthEndpoints({ network }))).toEqual([
      ["Interface", "com.amazonaws.eu-west-1.ecr.api"],
      ["Interface", "com.amazonaws.eu-west-1.ecr.dkr"],
    ]);
  });

  it("creates nothing, not even a security group, where all are there", () => {
    const services: EndpointServiceName[] = ["ecr.api", "ecr.dkr", "logs"];
    const network: Network = {
      ...legacyNetwork,
      endpoints: services.map((service) => ({ type: "Interface", service, securityGroupIds: ["sg-1"] })),
    };
    expect(synthEndpoints({ network, services }).resources).toEqual([]);
  });
});

describe("VpcEndpoints refuses", () => {
  const endpointsOf = (props: Partial<VpcEndpointsProps>) => () =>
    new VpcEndpoints(newStack(), "endpoints", { network: legacyNetwork, services: plan, ...props });

  it("names the task of a plan for several in what it refuses", () => {
    // @ts-expect-error the name of no service
    const worker: FargateTask = { ...ordersTask, family: "worker", uses: ["dynamo"] };
    const pathsFor = (...tasks: readonly FargateTask[]) =>
      configurationErrorOf(endpointsOf({ services: EndpointPlan.forTasks(tasks) })).issues.map(({ path }) => path);
    expect(pathsFor(ordersTask, worker)).toEqual(["worker: uses[0]"]);
    expect(pathsFor(worker)).toEqual(["uses[0]"]);
  });

  it("what no endpoint can give to a task", () => {
    const task: FargateTask = { family: "web", containers: { web: { image: ContainerImage.registry("nginx:1.29") } } };
    expect(configurationErrorOf(endpointsOf({ services: EndpointPlan.forTasks([task]) })).issues).toMatchObject([
      { code: "registry-unreachable", path: "containers.web.image", problem: expect.stringContaining("nginx:1.29") },
    ]);
  });

  it("private DNS in a VPC whose DNS is off, once for all endpoints, beside an unknown service", () => {
    const services: EndpointServiceName[] = JSON.parse('["logs", "sqs", "secretmanager"]');
    const network: Network = { ...legacyNetwork, dns: { support: true, hostnames: false } };
    const error = configurationErrorOf(endpointsOf({ services, network }));
    expect(error.issues.map(({ code }) => code)).toEqual(["private-dns-without-vpc-dns", "service-unknown"]);
    expect(error.message).toContain('"secretsmanager"');
    expect(error.message).toMatch(/^test\/endpoints \(VpcEndpoints\) has 2 problems\n/);
    expect(error.stack).toContain("vpc-endpoints.test.ts");
  });

  it("settings that a gateway endpoint does not have", () => {
    const error = configurationErrorOf(endpointsOf({ settings: { s3: { privateDnsEnabled: false, ports: [443] } } }));
    expect(error.issues.map(({ code, path }) => [code, path])).toEqual([
      ["endpoint-settings-unused", "settings.s3.privateDnsEnabled"],
      ["endpoint-settings-unused", "settings.s3.ports"],
    ]);
  });

  it("settings that no endpoint has, beside a task subnet without a route table", () => {
    const { routeTableId: _, ...unrouted } = appSubnet;
    const network: Network = { ...legacyNetwork, subnets: [unrouted, endpointSubnet] };
    const error = configurationErrorOf(endpointsOf({ network, settings: { sqs: { privateDnsEnabled: false } } }));
    expect(error.issues).toMatchObject([
      { code: "gateway-endpoint-route-missing", problem: expect.stringContaining('"app"') },
      { code: "endpoint-settings-unused", path: "settings.sqs" },
    ]);
  });
});
