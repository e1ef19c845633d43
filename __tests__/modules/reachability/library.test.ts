import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Container,
  ContainerImage,
  dedicatedEndpointSubnets,
  EndpointPlan,
  FargateService,
  type FargateTask,
  LogDriver,
  PrivateNetwork,
  SecretSource,
  sharedSubnets,
  tieredSubnets,
  VpcEndpoints,
} from "../../../modules";
import { proveReachability } from "../../../modules/reachability/prove-reachability";
import { legacyNetwork, ordersTask, REPOSITORY_URL } from "../../support/orders";
import { newStack, synth, synthApp } from "../../support/synth";
import { issuesOf, TerraformFixture } from "./support/terraform-fixture";

const region = "eu-west-1";

const container: fc.Arbitrary<Container> = fc.record(
  {
    image: fc.constantFrom("1", "2").map((tag) => ContainerImage.ecr(REPOSITORY_URL, { tag })),
    logDriver: fc.constantFrom(LogDriver.awslogs(), LogDriver.none()),
    secrets: fc.constantFrom(
      { TOKEN: SecretSource.ssmParameter("/orders/token") },
      { KEY: SecretSource.secretsManager("arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf") },
    ),
  },
  { requiredKeys: ["image"] },
);

const task: fc.Arbitrary<FargateTask> = fc.record(
  {
    family: fc.constantFrom("orders", "billing"),
    containers: fc.dictionary(fc.constantFrom("api", "worker"), container, { minKeys: 1 }),
    executeCommand: fc.constant(true as const),
    uses: fc.subarray(["s3", "dynamodb", "sqs", "sts"] as const),
  },
  { requiredKeys: ["family", "containers"] },
);

const network = fc.record({
  availabilityZones: fc.subarray(["eu-west-1a", "eu-west-1b", "eu-west-1c"], { minLength: 1 }),
  cidrBlock: fc.constantFrom("10.0.0.0/16", "172.20.0.0/18"),
  subnets: fc.constantFrom(
    sharedSubnets(),
    dedicatedEndpointSubnets(),
    dedicatedEndpointSubnets({ applicationSubnets: ["app", "batch"] }),
    tieredSubnets(),
  ),
});

describe("what the library makes", () => {
  it("is proved for any network and task, and no endpoint of the plan can be left out", { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(network, task, (networkProps, taskProps) => {
        const plan = EndpointPlan.forTasks([taskProps], { region });
        const stack = synth((scope) => {
          const ground = new PrivateNetwork(scope, "network", { region, ...networkProps });
          const endpoints = new VpcEndpoints(scope, "endpoints", { network: ground, services: plan });
          new FargateService(scope, "service", { network: ground, endpoints, task: taskProps });
        });
        const fixture = new TerraformFixture(JSON.parse(stack.text));
        // What the application calls is not in the task definition.
        const { address: definition } = stack.only("aws_ecs_task_definition");
        fixture.set(definition, { "//": { privateFargate: { uses: taskProps.uses } } });
        const proof = fixture.prove();
        expect(issuesOf(proof).filter(({ severity = "error" }) => severity === "error")).toEqual([]);
        expect(proof.verdict).toBe("proved");
        const addresses = stack.all("aws_vpc_endpoint").map(({ address }) => address);
        expect(addresses).toHaveLength(plan.endpoints.length);
        for (const address of addresses) expect(fixture.clone().remove(address).prove().verdict).toBe("broken");
      }),
      { numRuns: 25 },
    );
  });

  it("is proved with zones that Terraform looks up", () => {
    const stack = synth((scope) => {
      const ground = new PrivateNetwork(scope, "network", { region });
      const endpoints = new VpcEndpoints(scope, "endpoints", {
        network: ground,
        services: EndpointPlan.forTasks([ordersTask]),
      });
      new FargateService(scope, "service", { network: ground, endpoints, task: ordersTask });
    });
    expect(new TerraformFixture(JSON.parse(stack.text)).prove().verdict).toBe("proved");
  });

  it("is proved across stacks, and only as long as the other stack is given", () => {
    const stacks = synthApp((app) => {
      const ground = newStack(app, "ground");
      const own = new PrivateNetwork(ground, "network", { region });
      const endpoints = new VpcEndpoints(ground, "endpoints", {
        network: own,
        services: EndpointPlan.forTasks([ordersTask]),
      });
      new FargateService(newStack(app, "top"), "service", { network: own, endpoints, task: ordersTask });
    });
    const [ground, top] = ["ground", "top"].map((name) => JSON.parse(stacks.get(name)?.text ?? ""));
    expect(proveReachability([ground, top]).verdict).toBe("proved");
    expect(proveReachability([top, ground]).verdict).toBe("proved");
    expect(proveReachability([top]).verdict).toBe("unknown");
    const broken = new TerraformFixture(ground);
    const logs = Object.keys(broken.json.resource["aws_vpc_endpoint"] ?? {}).find((id) => id.includes("logs"));
    broken.remove(`aws_vpc_endpoint.${logs}`);
    expect(proveReachability([broken.json, top]).verdict).toBe("broken");
  });

  it("in a VPC that exists already is unknown where that decides, and broken nowhere", () => {
    const stack = synth((scope) => {
      const endpoints = new VpcEndpoints(scope, "endpoints", {
        network: legacyNetwork,
        services: EndpointPlan.forTasks([ordersTask]),
      });
      new FargateService(scope, "service", { network: legacyNetwork, endpoints, task: ordersTask });
    });
    const proof = new TerraformFixture(JSON.parse(stack.text)).prove();
    expect(proof.verdict).toBe("unknown");
    const open = proof.tasks
      .flatMap(({ dependencies }) => dependencies.flatMap(({ hops }) => hops))
      .filter(({ verdict }) => verdict !== "proved");
    expect(new Set(open.map(({ hop, verdict }) => `${hop} ${verdict}`))).toEqual(
      new Set(["name-resolution unknown", "network-acl unknown"]),
    );
  });
});
