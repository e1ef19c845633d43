import type { EcsServiceConfig } from "@cdktf/provider-aws/lib/ecs-service";
import type { Construct } from "constructs";
import { describe, expect, it, vi } from "vitest";
import {
  ApplicationLoadBalancer,
  EndpointPlan,
  FargateService,
  type FargateServiceProps,
  Listener,
  type LoadBalancerTarget,
  LogDriver,
  type PrivateNetwork as Network,
  NetworkLoadBalancer,
  Peer,
  PrivateNetwork,
  VpcEndpoints,
} from "../../../modules";
import { ordersTask } from "../../support/orders";
import { ref, synth } from "../../support/synth";

/** What services were made of. Bindings of version 5 drop what they do not know. */
const { made } = vi.hoisted(() => ({ made: new Map<string, object>() }));

vi.mock("@cdktf/provider-aws/lib/ecs-service", async (load) => {
  const known = await load<typeof import("@cdktf/provider-aws/lib/ecs-service")>();
  class EcsService extends known.EcsService {
    constructor(scope: Construct, id: string, config: EcsServiceConfig) {
      super(scope, id, config);
      made.set(this.node.path, config);
    }
  }
  const names = [
    "DeploymentConfiguration",
    "DeploymentConfigurationCanaryConfiguration",
    "DeploymentConfigurationLifecycleHook",
    "DeploymentConfigurationLinearConfiguration",
    "LoadBalancerAdvancedConfiguration",
    "ServiceConnectConfigurationAccessLogConfiguration",
  ];
  const newer = names.map((name) => [`EcsService${name}OutputReference`, class {}]);
  return { ...known, EcsService, ...Object.fromEntries(newer) };
});

const CHECK = "arn:aws:lambda:eu-west-1:123456789012:function:check-orders";

const behindApplication = (scope: Construct, network: Network) =>
  new ApplicationLoadBalancer(scope, "balancer", {
    network,
    ingress: { vpc: Peer.cidr("10.0.0.0/16") },
    listeners: { test: Listener.http({ port: 9000 }), http: Listener.http() },
  }).route("orders", { container: "api", port: 8080, paths: ["/*"], alternate: { testListener: "test" } });

const behindNetwork = (scope: Construct, network: Network) =>
  new NetworkLoadBalancer(scope, "balancer", {
    network,
    ingress: { vpc: Peer.cidr("10.0.0.0/16") },
    listeners: { web: 80, test: 9000 },
  }).target({ container: "api", port: 8080, listener: "web", alternate: { testListener: "test" } });

function deployed(
  props: Partial<FargateServiceProps>,
  targetOf?: (scope: Construct, network: Network) => LoadBalancerTarget,
) {
  const { task = ordersTask } = props;
  const stack = synth((scope) => {
    const network = new PrivateNetwork(scope, "network", { region: "eu-west-1" });
    const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
    const loadBalancers = targetOf === undefined ? [] : [targetOf(scope, network)];
    new FargateService(scope, "orders", { network, endpoints, loadBalancers, ...props, task });
  });
  return { stack, config: made.get("test/orders/service") };
}

describe("a service whose deployments shift the traffic of an application load balancer", () => {
  const { stack, config } = deployed(
    { deployment: { strategy: "blue-green", hooks: [{ functionArn: CHECK, stages: ["POST_TEST_TRAFFIC_SHIFT"] }] } },
    behindApplication,
  );
  const role = stack.at("orders/infrastructure-role/Resource");
  const first = ref(stack.at("balancer/target-group-orders"), "arn");
  const second = ref(stack.at("balancer/alternate-target-group-orders"), "arn");

  it("has two target groups of the same tasks, the rules, and the role", () => {
    expect(config).toMatchObject({ loadBalancer: [{ containerName: "api", containerPort: 8080 }] });
    expect(JSON.stringify(config)).toContain('"testListenerRule"');
    const [one, two] = ["target-group-orders", "alternate-target-group-orders"].map(
      (id) => stack.at(`balancer/${id}`).attributes,
    );
    expect(one).toEqual(two);
    const rules = stack.resources.filter(({ path }) => /^orders\/balancer-orders-/.test(path));
    expect(rules).toHaveLength(2);
  });

  it("has the rule of the traffic at the first group, and the one for tests at the second, until ECS changes them", () => {
    const groupsOf = (listener: string) => {
      const { action, lifecycle } = stack.at(`balancer/rule-${listener}-orders`).attributes;
      expect(lifecycle).toEqual({ ignore_changes: ["action"] });
      return action;
    };
    const forward = (...weights: number[]) => [
      {
        type: "forward",
        forward: { target_group: [first, second].map((arn, index) => ({ arn, weight: weights[index] })) },
      },
    ];
    expect(groupsOf("http")).toEqual(forward(1, 0));
    expect(groupsOf("test")).toEqual(forward(0, 1));
  });

  it("says when the functions are asked, with the role, and for how long the old tasks run on", () => {
    const lifecycleHook = [{ hookTargetArn: CHECK, lifecycleStages: ["POST_TEST_TRAFFIC_SHIFT"] }];
    expect(config).toMatchObject({
      deploymentConfiguration: { strategy: "BLUE_GREEN", bakeTimeInMinutes: "5", lifecycleHook },
    });
  });

  it("gives the role what AWS's policy for load balancers has, and the functions, and nothing else", () => {
    const ofRole = stack.resources.filter(({ path }) => path.startsWith("orders/infrastructure-role/"));
    expect(ofRole.map(({ path }) => path.split("/").at(-1)).sort()).toEqual([
      "Resource",
      "managed-policy-load-balancers",
      "policy",
    ]);
    expect(stack.at("orders/infrastructure-role/managed-policy-load-balancers").attributes).toMatchObject({
      role: ref(role, "name"),
      policy_arn: "arn:aws:iam::aws:policy/AmazonECSInfrastructureRolePolicyForLoadBalancers",
    });
    const { policy } = stack.at("orders/infrastructure-role/policy").attributes;
    expect(JSON.parse(String(policy))).toMatchObject({
      Statement: [{ Action: ["lambda:InvokeFunction"], Resource: [CHECK] }],
    });
  });
});

describe("a service whose deployments shift the traffic of a network load balancer", () => {
  it("has two listeners, of which ECS says where they forward to", () => {
    const { stack, config } = deployed(
      { deployment: { strategy: "canary", bakeTime: 0, step: { percent: 0.5, minutes: 30 } } },
      behindNetwork,
    );
    expect(config).toMatchObject({
      deploymentConfiguration: {
        strategy: "CANARY",
        bakeTimeInMinutes: "0",
        canaryConfiguration: { canaryPercent: 0.5, canaryBakeTimeInMinutes: "30" },
      },
    });
    const targets = { web: "target-group-web", test: "alternate-target-group-web" };
    for (const [listener, group] of Object.entries(targets)) {
      expect(stack.at(`balancer/listener-${listener}`).attributes).toMatchObject({
        default_action: [{ type: "forward", target_group_arn: ref(stack.at(`balancer/${group}`), "arn") }],
        lifecycle: { ignore_changes: ["default_action"] },
      });
    }
    expect(stack.only("aws_ecs_service").attributes["depends_on"]).toEqual(
      expect.arrayContaining([
        stack.at("balancer/listener-web").address,
        stack.at("balancer/listener-test").address,
        stack.at("orders/infrastructure-role/managed-policy-load-balancers").address,
      ]),
    );
  });

  it("takes a role of yours, and makes none", () => {
    const roleArn = "arn:aws:iam::123456789012:role/shift";
    const { stack, config } = deployed({ deployment: { strategy: "linear", roleArn } }, behindNetwork);
    expect(config).toMatchObject({
      deploymentConfiguration: { strategy: "LINEAR", linearConfiguration: {} },
      loadBalancer: [{ advancedConfiguration: { roleArn } }],
    });
    expect(stack.resources.filter(({ path }) => path.includes("infrastructure-role"))).toEqual([]);
  });
});

it("a service without a load balancer shifts all at once, without a role", () => {
  const { stack, config } = deployed({ deployment: { strategy: "blue-green" } });
  expect(config).toMatchObject({ deploymentConfiguration: { strategy: "BLUE_GREEN" } });
  expect(stack.resources.filter(({ path }) => path.includes("infrastructure-role"))).toEqual([]);
});

it("a rolling deployment says nothing of it", () => {
  expect(deployed({ deployment: { strategy: "rolling" } }).config).not.toHaveProperty("deploymentConfiguration");
  expect(deployed({}).config).not.toHaveProperty("deploymentConfiguration");
});

it("the proxy of Service Connect writes access logs, with queries on request only", () => {
  const logsOf = (accessLogs: { format: "text" | "json"; queryParameters?: boolean }) => {
    const serviceConnect = { namespace: "shop", logDriver: LogDriver.awslogs(), accessLogs };
    return deployed({ task: { ...ordersTask, serviceConnect } }).config;
  };
  const written = (accessLogConfiguration: object) => ({ serviceConnectConfiguration: { accessLogConfiguration } });
  expect(logsOf({ format: "json" })).toMatchObject(written({ format: "JSON" }));
  expect(logsOf({ format: "text", queryParameters: true })).toMatchObject(
    written({ format: "TEXT", includeQueryParameters: "ENABLED" }),
  );
  expect(logsOf({ format: "text", queryParameters: false })).toMatchObject(
    written({ format: "TEXT", includeQueryParameters: "DISABLED" }),
  );
});
