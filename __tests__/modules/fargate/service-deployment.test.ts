import { describe, expect, it } from "vitest";
import type { FargateServiceProps, ServiceDeployment } from "../../../modules";
import { balancedService } from "../../support/scaled-service";
import { synth } from "../../support/synth";

const serviceOf = (props: Partial<FargateServiceProps> = {}) =>
  synth((scope) => {
    balancedService(scope, props);
  }).only("aws_ecs_service").attributes;
const DEPLOYMENT_ARGUMENTS = [
  "alarms",
  "availability_zone_rebalancing",
  "deployment_maximum_percent",
  "deployment_minimum_healthy_percent",
  "enable_ecs_managed_tags",
  "force_new_deployment",
  "propagate_tags",
  "triggers",
  "wait_for_steady_state",
];

describe("the deployment of a service", () => {
  it("has a circuit breaker that rolls back, and nothing else that was not asked for", () => {
    const service = serviceOf();
    expect(service["deployment_circuit_breaker"]).toEqual({ enable: true, rollback: true });
    expect(Object.keys(service).filter((name) => DEPLOYMENT_ARGUMENTS.includes(name))).toEqual([]);
    expect(service["lifecycle"]).toEqual({ ignore_changes: ["name"] });
  });

  it.each<[ServiceDeployment, object]>([
    [{ minimumPercent: 0 }, { deployment_minimum_healthy_percent: 0 }],
    [{ maximumPercent: 250 }, { deployment_maximum_percent: 250 }],
    [{ circuitBreaker: "fail" }, { deployment_circuit_breaker: { enable: true, rollback: false } }],
    [{ circuitBreaker: "off" }, { deployment_circuit_breaker: { enable: false, rollback: false } }],
    [{ alarms: { names: ["errors"] } }, { alarms: { enable: true, alarm_names: ["errors"], rollback: true } }],
    [{ alarms: { names: ["errors"], rollback: false } }, { alarms: { rollback: false } }],
    [{ waitForSteadyState: true }, { wait_for_steady_state: true }],
    [{ triggers: { release: "7" } }, { triggers: { release: "7" }, force_new_deployment: true }],
    [{ forceNewDeployment: true }, { force_new_deployment: true }],
    [{ zoneRebalancing: true }, { availability_zone_rebalancing: "ENABLED" }],
    [{ zoneRebalancing: false }, { availability_zone_rebalancing: "DISABLED" }],
    [{ propagateTags: "SERVICE" }, { propagate_tags: "SERVICE" }],
    [{ managedTags: true }, { enable_ecs_managed_tags: true }],
    [{ byPipeline: true }, { lifecycle: { ignore_changes: ["task_definition", "name"] } }],
  ])("is as %j says", (deployment, attributes) => {
    expect(serviceOf({ deployment })).toMatchObject(attributes);
  });

  it("leaves to a pipeline what it deploys, and to scaling what it scales", () => {
    const props = { deployment: { byPipeline: true }, scaling: { min: 1, max: 2, cpu: 60 } };
    expect(serviceOf(props)["lifecycle"]).toEqual({ ignore_changes: ["desired_count", "task_definition", "name"] });
  });
});
