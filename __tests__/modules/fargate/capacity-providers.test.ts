import { describe, expect, it } from "vitest";
import {
  type CapacityProviderStrategy,
  FargateService,
  type FargateServiceProps,
  type FargateTask,
} from "../../../modules";
import { codesOf } from "../../support/configuration-error-of";
import { legacyNetwork, ordersTask } from "../../support/orders";
import { synth } from "../../support/synth";

const network = { ...legacyNetwork, wayOut: "nat-gateway" } as const;
const securityGroup = { egress: { internet: { peer: { kind: "cidr", cidrBlock: "0.0.0.0/0" }, port: 443 } } } as const;
const synthService = (props: Partial<FargateServiceProps>) =>
  synth((scope) => new FargateService(scope, "service", { network, securityGroup, task: ordersTask, ...props }));

describe("the capacity of a service", () => {
  it("is the launch type FARGATE where nothing is said", () => {
    const stack = synthService({});
    expect(stack.only("aws_ecs_service").attributes).toMatchObject({ launch_type: "FARGATE" });
    expect(stack.only("aws_ecs_cluster_capacity_providers").attributes["capacity_providers"]).toEqual(["FARGATE"]);
  });

  it("is a strategy, for which the cluster that is made with it has the providers", () => {
    const stack = synthService({ capacityProviders: { FARGATE: { base: 1 }, FARGATE_SPOT: { weight: 3 } } });
    const service = stack.only("aws_ecs_service").attributes;
    expect(service).not.toHaveProperty("launch_type");
    expect(service).toMatchObject({
      capacity_provider_strategy: [
        { capacity_provider: "FARGATE", base: 1, weight: 0 },
        { capacity_provider: "FARGATE_SPOT", weight: 3 },
      ],
      platform_version: "1.4.0",
      depends_on: [stack.only("aws_ecs_cluster_capacity_providers").address],
    });
    expect(stack.only("aws_ecs_cluster_capacity_providers").attributes["capacity_providers"]).toEqual([
      "FARGATE",
      "FARGATE_SPOT",
    ]);
  });

  it("is the same for a task that is run by hand", () => {
    let command = "";
    synth((scope) => {
      const capacityProviders = { FARGATE: { base: 1 }, FARGATE_SPOT: { weight: 3 } };
      command = new FargateService(scope, "service", { network, securityGroup, task: ordersTask, capacityProviders })
        .runTaskCommand;
    });
    expect(command).toContain(
      "--capacity-provider-strategy capacityProvider=FARGATE,weight=0,base=1 capacityProvider=FARGATE_SPOT,weight=3",
    );
    expect(command).not.toContain("--launch-type");
  });

  it.each<[string, CapacityProviderStrategy]>([
    ["no provider", {}],
    ["no weight", { FARGATE_SPOT: {} }],
    ["weights that are all 0", { FARGATE: { weight: 0 }, FARGATE_SPOT: { weight: 0, base: 1 } }],
    ["two bases", { FARGATE: { base: 1, weight: 1 }, FARGATE_SPOT: { base: 1 } }],
    ["a weight below 0", { FARGATE: { weight: 1 }, FARGATE_SPOT: { weight: -1 } }],
    ["a weight above 1,000", { FARGATE: { weight: 1001 } }],
    ["half a base", { FARGATE: { weight: 1, base: 0.5 } }],
  ])("cannot have %s", (_, capacityProviders) => {
    expect(codesOf(() => synthService({ capacityProviders }))).toEqual(["capacity-providers-invalid"]);
  });

  it("can have a base of 0 beside another base", () => {
    const capacityProviders = { FARGATE: { base: 1, weight: 1 }, FARGATE_SPOT: { base: 0, weight: 1 } };
    expect(synthService({ capacityProviders }).all("aws_ecs_service")).toHaveLength(1);
  });

  it("is Spot for Linux on either architecture, and not for Windows", () => {
    const capacityProviders = { FARGATE_SPOT: { weight: 1 } };
    const arm: FargateTask = { ...ordersTask, cpuArchitecture: "ARM64" };
    const windows: FargateTask = { ...ordersTask, operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" };
    expect(synthService({ capacityProviders, task: arm }).all("aws_ecs_service")).toHaveLength(1);
    expect(codesOf(() => synthService({ capacityProviders, task: windows }))).toEqual(["fargate-spot-windows"]);
  });
});
