import type { TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  EndpointPlan,
  FargateCluster,
  type FargateClusterProps,
  FargateService,
  PrivateNetwork,
  VpcEndpoints,
} from "../../../modules";
import { codesOf, configurationErrorOf } from "../../support/configuration-error-of";
import { ordersTask } from "../../support/orders";
import { ref, synth } from "../../support/synth";

const synthCluster = (props: Partial<FargateClusterProps> = {}) =>
  synth((scope) => new FargateCluster(scope, "cluster", { name: "shop", ...props }));

describe("FargateCluster", () => {
  it("has both capacity providers of Fargate, and nothing else that was not asked for", () => {
    const stack = synthCluster();
    expect(stack.only("aws_ecs_cluster").attributes).toEqual({ name: "shop" });
    expect(stack.only("aws_ecs_cluster_capacity_providers").attributes).toEqual({
      cluster_name: ref(stack.only("aws_ecs_cluster"), "name"),
      capacity_providers: ["FARGATE", "FARGATE_SPOT"],
    });
  });

  it.each<[string, Partial<FargateClusterProps>, object]>([
    [
      "Container Insights",
      { containerInsights: "enhanced" },
      { setting: [{ name: "containerInsights", value: "enhanced" }] },
    ],
    [
      "ECS Exec",
      { executeCommand: { cloudWatchLogGroupName: "/ecs/exec" } },
      {
        configuration: {
          execute_command_configuration: {
            logging: "OVERRIDE",
            log_configuration: { cloud_watch_log_group_name: "/ecs/exec" },
          },
        },
      },
    ],
    [
      "keys",
      { ephemeralStorageKmsKeyId: "arn:key/a", managedStorageKmsKeyId: "arn:key/b" },
      {
        configuration: {
          managed_storage_configuration: { fargate_ephemeral_storage_kms_key_id: "arn:key/a", kms_key_id: "arn:key/b" },
        },
      },
    ],
    [
      "the namespace of Service Connect",
      { serviceConnectNamespace: "arn:namespace" },
      { service_connect_defaults: { namespace: "arn:namespace" } },
    ],
  ])("takes %s", (_, props, attributes) => {
    expect(synthCluster(props).only("aws_ecs_cluster").attributes).toEqual({ name: "shop", ...attributes });
  });

  it("creates the namespace of Service Connect where it is given a name", () => {
    const stack = synthCluster({ serviceConnectNamespace: { name: "connect" } });
    expect(stack.only("aws_service_discovery_http_namespace").attributes).toEqual({ name: "connect" });
    expect(stack.only("aws_ecs_cluster").attributes["service_connect_defaults"]).toEqual({
      namespace: ref(stack.only("aws_service_discovery_http_namespace"), "arn"),
    });
  });

  it("takes its capacity providers and a strategy for tasks that have none", () => {
    const stack = synthCluster({
      capacityProviders: ["FARGATE_SPOT"],
      defaultCapacityProviderStrategy: { FARGATE_SPOT: { weight: 1, base: 2 } },
    });
    expect(stack.only("aws_ecs_cluster_capacity_providers").attributes).toMatchObject({
      capacity_providers: ["FARGATE_SPOT"],
      default_capacity_provider_strategy: [{ capacity_provider: "FARGATE_SPOT", weight: 1, base: 2 }],
    });
  });

  it("refuses words that ECS does not know, and a strategy for a provider that it does not have", () => {
    const mistyped = JSON.parse('{ "containerInsights": "on", "capacityProviders": ["SPOT"] }');
    expect(codesOf(() => synthCluster(mistyped))).toEqual(["cluster-setting-unknown", "cluster-setting-unknown"]);
    expect(
      codesOf(() =>
        synthCluster({
          capacityProviders: ["FARGATE"],
          defaultCapacityProviderStrategy: { FARGATE_SPOT: { weight: 1 } },
        }),
      ),
    ).toEqual(["capacity-provider-missing"]);
    expect(codesOf(() => synthCluster({ defaultCapacityProviderStrategy: { FARGATE: { base: 1 } } }))).toEqual([
      "capacity-providers-invalid",
    ]);
  });
});

describe("a shared cluster", () => {
  const build = (scope: TerraformStack, props: Partial<FargateClusterProps> = {}) => {
    const cluster = new FargateCluster(scope, "cluster", { name: "shop", ...props });
    const network = new PrivateNetwork(scope, "network", { region: "eu-west-1" });
    const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([ordersTask]) });
    return { cluster, network, endpoints, task: ordersTask };
  };

  it("is made once for all services that are given it", () => {
    const stack = synth((scope) => {
      const props = build(scope);
      new FargateService(scope, "orders", props);
      new FargateService(scope, "carts", { ...props, task: { ...ordersTask, family: "carts" } });
    });
    const arn = ref(stack.only("aws_ecs_cluster"), "arn");
    expect(stack.all("aws_ecs_service").map(({ attributes }) => attributes["cluster"])).toEqual([arn, arn]);
  });

  it("takes a service on Spot, which waits until the cluster has the capacity provider", () => {
    const stack = synth((scope) => {
      new FargateService(scope, "orders", { ...build(scope), capacityProviders: { FARGATE_SPOT: { weight: 1 } } });
    });
    const service = stack.only("aws_ecs_service").attributes;
    expect(service).not.toHaveProperty("launch_type");
    expect(service).toMatchObject({
      capacity_provider_strategy: [{ capacity_provider: "FARGATE_SPOT", weight: 1 }],
      depends_on: [stack.only("aws_ecs_cluster_capacity_providers").address],
    });
  });

  it("refuses a service on Spot where the cluster does not have it", () => {
    const error = configurationErrorOf(() =>
      synth((scope) => {
        const props = build(scope, { capacityProviders: ["FARGATE"] });
        new FargateService(scope, "orders", { ...props, capacityProviders: { FARGATE_SPOT: { weight: 1 } } });
      }),
    );
    expect(error.issues).toMatchObject([
      {
        code: "capacity-provider-missing",
        path: "capacityProviders.FARGATE_SPOT",
        fix: 'give the cluster capacityProviders: ["FARGATE", "FARGATE_SPOT"]',
      },
    ]);
  });

  it("tells its service how ECS Exec logs and encrypts", () => {
    const orders = (executeCommand: FargateClusterProps["executeCommand"]) =>
      synth((scope) => {
        const props = build(scope, executeCommand === undefined ? {} : { executeCommand });
        new FargateService(scope, "orders", { ...props, task: { ...ordersTask, executeCommand: true } });
      });
    expect(configurationErrorOf(() => orders({ kmsKeyId: "alias/exec" })).issues.map(({ code }) => code)).toEqual([
      "execute-command-of-cluster",
    ]);
  });
});
