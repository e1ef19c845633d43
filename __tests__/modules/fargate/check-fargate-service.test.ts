import { describe, expect, it } from "vitest";
import {
  ContainerImage,
  EndpointPlan,
  FargateService,
  type FargateServiceProps,
  type FargateTask,
  LogDriver,
  type Network,
  Peer,
  PrivateNetwork,
  VpcEndpoints,
} from "../../../modules";
import { configurationErrorOf } from "../../support/configuration-error-of";
import { appSubnet, endpointSubnet, legacyNetwork, ordersTask } from "../../support/orders";
import { newStack } from "../../support/synth";

describe("FargateService refuses", () => {
  const serviceOf = (props: Partial<FargateServiceProps>) => () => {
    const scope = newStack();
    const network = new PrivateNetwork(scope, "network", { region: "eu-west-1" });
    const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([ordersTask]) });
    new FargateService(scope, "service", { network, endpoints, task: ordersTask, ...props });
  };
  const { api } = ordersTask.containers;

  it("endpoints that lack a service, and says what the task would fail with", () => {
    const error = configurationErrorOf(() => {
      const scope = newStack();
      const endpoints = new VpcEndpoints(scope, "endpoints", {
        network: legacyNetwork,
        services: ["s3", "ecr.dkr", "logs"],
      });
      new FargateService(scope, "orders", { network: legacyNetwork, endpoints, task: ordersTask });
    });
    expect(error.issues).toMatchObject([
      {
        code: "endpoint-missing",
        path: "containers.api.image",
        problem: 'the task needs "ecr.api", which is not among the endpoints s3, ecr.dkr, logs',
        why: expect.stringContaining("ResourceInitializationError"),
        fix: expect.stringContaining('add "ecr.api" to services'),
      },
    ]);
  });

  it("a network without any endpoint, once for each that is missing", () => {
    const error = configurationErrorOf(() => {
      new FargateService(newStack(), "orders", { network: legacyNetwork, task: ordersTask });
    });
    expect(error.issues.map(({ code, problem }) => [code, /"(.+?)"/.exec(problem)?.[1]])).toEqual([
      ["endpoint-missing", "s3"],
      ["endpoint-missing", "ecr.api"],
      ["endpoint-missing", "ecr.dkr"],
      ["endpoint-missing", "logs"],
    ]);
  });

  it("an image from the internet where only the security group is in the way", () => {
    const network: Network = { ...legacyNetwork, subnets: [{ ...appSubnet, wayOut: "nat-gateway" }, endpointSubnet] };
    const web: FargateTask = {
      family: "web",
      containers: { web: { image: ContainerImage.registry("nginx:1.29"), logDriver: LogDriver.none() } },
    };
    const serviceOfWeb = (props: Partial<FargateServiceProps> = {}) =>
      new FargateService(newStack(), "web", { network, task: web, ...props });
    expect(configurationErrorOf(() => serviceOfWeb()).issues).toMatchObject([
      { code: "egress-missing", problem: expect.stringContaining("the registry of containers.web.image") },
    ]);
    const internet = { peer: Peer.cidr("0.0.0.0/0"), port: 443 };
    expect(() => serviceOfWeb({ securityGroup: { egress: { internet } } })).not.toThrow();
  });

  // Tasks from a program that the compiler does not check.
  const untyped = (json: string): FargateTask => JSON.parse(json);
  const image = JSON.stringify(api.image);

  it.each<[what: string, codes: string[], props: Partial<FargateServiceProps>]>([
    [
      "an illegal pair of CPU and memory",
      ["fargate-memory-invalid"],
      { task: untyped(`{ "family": "a", "cpu": 256, "memory": 4096, "containers": { "a": { "image": ${image} } } }`) },
    ],
    [
      "CPU without memory",
      ["fargate-size-incomplete"],
      { task: untyped(`{ "family": "a", "cpu": 256, "containers": { "a": { "image": ${image} } } }`) },
    ],
    ["an empty container list", ["containers-empty"], { task: { family: "a", containers: {} } }],
    [
      "a port out of range",
      ["port-out-of-range"],
      { task: { family: "a", containers: { a: { ...api, ports: [70_000] } } } },
    ],
    [
      "a port that two containers take",
      ["port-duplicate"],
      { task: { family: "a", containers: { a: api, b: { ...api, ports: [{ containerPort: 8080 }] } } } },
    ],
    [
      "an unknown kind of secret",
      ["secret-kind-unknown"],
      {
        task: untyped(
          `{ "family": "a", "containers": { "a": { "image": ${image}, "secrets": { "KEY": { "kind": "vault" } } } } }`,
        ),
      },
    ],
    [
      "an additional field that the container has a name for",
      ["additional-field-known"],
      { task: { family: "a", containers: { a: { ...api, additionalFields: { portMappings: [] } } } } },
    ],
    ["a subnet that is not there", ["task-subnet-unknown"], { subnets: ["private-a", "private-z"] }],
    [
      "an egress rule under the name of one that leads to the endpoints",
      ["egress-rule-name-taken"],
      { securityGroup: { egress: { s3: { peer: Peer.cidr("10.0.9.0/24"), port: 443 } } } },
    ],
    ["an empty list of subnets", ["task-subnet-missing"], { subnets: [] }],
    [
      "a network without task subnet",
      ["task-subnet-missing"],
      { network: { ...legacyNetwork, subnets: [endpointSubnet] } },
    ],
    [
      "an image that no endpoint leads to",
      ["registry-unreachable"],
      { task: { family: "a", containers: { a: { image: ContainerImage.registry("nginx:1.29") } } } },
    ],
  ])("%s: %j", (_, codes, props) => {
    expect(configurationErrorOf(serviceOf(props)).issues.map(({ code }) => code)).toEqual(codes);
  });

  it("all problems at once, in an error that names the construct and points to the user's line", () => {
    const error = configurationErrorOf(
      serviceOf({
        subnets: ["private-z"],
        task: { family: "orders api", containers: { api: { ...api, ports: [0, 443, 443] } } },
      }),
    );
    expect(error.issues.map(({ code, path }) => [path, code])).toEqual([
      ["family", "family-invalid"],
      ["containers.api.ports[0]", "port-out-of-range"],
      ["containers.api.ports[2]", "port-duplicate"],
      ["subnets[0]", "task-subnet-unknown"],
    ]);
    expect(error.message).toMatch(/^test\/service \(FargateService\) has 4 problems\n/);
    expect(error.stack).toContain("check-fargate-service.test.ts");
  });
});
