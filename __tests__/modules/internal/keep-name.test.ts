import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { App } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  EndpointPlan,
  FargateService,
  type FargateServiceProps,
  FargateTaskDefinition,
  ScheduledFargateTask,
  VpcEndpoints,
} from "../../../modules";
import { createBeforeDestroy, keepName } from "../../../modules/internal/keep-name";
import { legacyNetwork as network, ordersTask as task } from "../../support/orders";
import { newStack, type SynthesizedStack, synth, synthApp } from "../../support/synth";

/** The lifecycle of each resource that has one, by its path. */
function lifecycles(stack: SynthesizedStack | undefined): Readonly<Record<string, unknown>> {
  const found = (stack?.resources ?? []).flatMap(({ path, attributes: { lifecycle } }) =>
    lifecycle === undefined ? [] : [[path, lifecycle] as const],
  );
  return Object.fromEntries(found);
}

const NAME = { ignore_changes: ["name"] };
const PREFIX = { ignore_changes: ["name_prefix"] };
const NEW_FIRST = { create_before_destroy: true };

function orders(props: Partial<FargateServiceProps> = {}) {
  return synth((scope) => {
    const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
    new FargateService(scope, "orders", { network, endpoints, task, ...props });
  });
}

describe("a name that follows from another", () => {
  it("is kept by whatever would be replaced for it", () => {
    expect(lifecycles(orders({ discovery: { namespaceId: "ns-1" } }))).toEqual({
      "endpoints/security-group/Resource": NAME,
      "orders/cluster/Resource": NAME,
      "orders/discovery": NAME,
      "orders/log-group": NAME,
      "orders/security-group/Resource": NAME,
      "orders/service": NAME,
      "orders/execution-role/Resource": PREFIX,
      "orders/task-role/Resource": PREFIX,
    });
  });

  it("is not kept where it is given", () => {
    const given = {
      name: "shop",
      cluster: { name: "shop" },
      logGroup: { name: "/shop" },
      securityGroup: { name: "shop" },
      executionRole: { name: "shop-execution" },
      taskRole: { name: "shop-task" },
    };
    expect(lifecycles(orders(given))).toEqual({ "endpoints/security-group/Resource": NAME });
  });

  it("is kept beside what a service leaves alone anyway", () => {
    const { "orders/service": service } = lifecycles(orders({ scaling: { min: 1, max: 4, cpu: 60 } }));
    expect(service).toEqual({ ignore_changes: ["desired_count", "name"] });
  });

  it("is kept by the role of a schedule", () => {
    const stack = synth((scope) => {
      const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
      const definition = new FargateTaskDefinition(scope, "report", { network, endpoints, task });
      new ScheduledFargateTask(scope, "nightly", { task: definition, schedule: "rate(1 day)" });
    });
    expect(lifecycles(stack)["nightly/role"]).toEqual(PREFIX);
  });

  it("is the new one where the endpoints of another stack know it by it, and stands before the old one goes", () => {
    const stacks = synthApp((app) => {
      const shared = newStack(app, "shared");
      const endpoints = new VpcEndpoints(shared, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
      new FargateService(newStack(app, "shop"), "orders", { network, endpoints, task });
    });
    expect(lifecycles(stacks.get("shop"))).toMatchObject({
      "orders/service": NAME,
      "orders/log-group": NEW_FIRST,
      "orders/execution-role/Resource": NEW_FIRST,
      "orders/task-role/Resource": NEW_FIRST,
    });
  });

  it("adds to what a lifecycle says already, and leaves one alone that ignores everything", () => {
    const group = (ignoreChanges: string[] | "all") =>
      new SecurityGroup(newStack(new App(), "stack"), "group", { lifecycle: { ignoreChanges } });
    const one = group(["tags"]);
    keepName(one, "name");
    createBeforeDestroy(one);
    expect(one.lifecycle).toEqual({ ignoreChanges: ["tags", "name"], createBeforeDestroy: true });
    const all = group("all");
    keepName(all, "name");
    expect(all.lifecycle).toEqual({ ignoreChanges: "all" });
  });
});
