import type { TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  EndpointPlan,
  FargateService,
  FargateTaskDefinition,
  Peer,
  PrivateNetwork,
  type TaskCall,
  VpcEndpoints,
} from "../../../modules";
import { proveReachability } from "../../../modules/entries/reachability";
import { ordersTask } from "../../support/orders";
import { newStack, type SynthesizedStack, synth, synthApp } from "../../support/synth";
import { TerraformFixture } from "../reachability/support/terraform-fixture";

const pricesTask = { ...ordersTask, family: "prices" };

/** Two services, of which nobody is let in to the other yet. */
function pair(shop: TerraformStack, second = shop) {
  const network = new PrivateNetwork(shop, "network", { region: "eu-west-1" });
  const endpoints = new VpcEndpoints(shop, "endpoints", { network, services: EndpointPlan.forTasks([ordersTask]) });
  const at = { network, endpoints };
  const prices = new FargateService(shop, "prices", { ...at, task: pricesTask });
  const orders = new FargateService(second, "orders", {
    ...at,
    task: ordersTask,
    calls: { prices: { service: prices } },
  });
  return { ...at, prices, orders };
}

/** Whether each service reaches the other, by the JSON alone. */
function verdicts(stacks: readonly SynthesizedStack[], change = (_: TerraformFixture) => {}) {
  const configurations = stacks.map(({ text }) => {
    const fixture = new TerraformFixture(JSON.parse(text));
    change(fixture);
    return fixture.json;
  });
  return proveReachability(configurations).tasks.flatMap(({ task, dependencies }) =>
    dependencies
      .filter(({ service }) => service.includes(":"))
      .map(({ service, verdict, issue }) => [task, service, verdict, issue?.code].filter(Boolean).join(" ")),
  );
}

describe("two services that call each other", () => {
  const mutual = () =>
    synth((stack) => {
      const { prices, orders } = pair(stack);
      prices.call("orders", { service: orders });
    });

  it("have the rules that the property makes, for which the first waits as well", () => {
    const stack = mutual();
    const rules = ["prices/call-orders-egress", "prices/call-orders-ingress"].map((path) => stack.at(path));
    expect(rules.map(({ attributes }) => attributes)).toMatchObject([
      { from_port: 8080, description: "prices calls orders" },
      { from_port: 8080, description: "prices calls orders" },
    ]);
    const waitsFor = stack.at("prices/task-definition").attributes["depends_on"];
    expect(waitsFor).toEqual(expect.arrayContaining(rules.map(({ address }) => address)));
  });

  it("are both proved", () => {
    expect(verdicts([mutual()])).toEqual(["orders prices:8080 proved", "prices orders:8080 proved"]);
  });

  it("are broken where a rule of the later call is missing", () => {
    const stack = mutual();
    const without = (path: string) =>
      verdicts([stack], (fixture) => {
        fixture.remove(stack.at(path).address);
      });
    expect(without("prices/call-orders-egress")).toContain("prices orders:8080 broken task-egress-missing");
    expect(without("prices/call-orders-ingress")).toContain("prices orders:8080 broken call-ingress-missing");
  });
});

describe("two services in two stacks that call each other", () => {
  const mutual = () =>
    synthApp((app) => {
      const [shop, second] = [newStack(app, "shop"), newStack(app, "orders")];
      const { prices, orders } = pair(shop, second);
      prices.call("orders", { service: orders }, second);
    });

  it("have all rules in the stack that waits for the other, so that they do not wait in a circle", () => {
    const stacks = mutual();
    expect(stacks.get("shop")?.dependencies).toEqual([]);
    expect(stacks.get("orders")?.dependencies).toEqual(["shop"]);
    expect(stacks.get("orders")?.at("prices-call-orders-ingress").type).toBe("aws_vpc_security_group_ingress_rule");
    expect(stacks.get("shop")?.text).not.toContain("call-orders");
  });

  it("are both proved, and broken where the rule is gone", () => {
    const stacks = [...mutual().values()];
    expect(verdicts(stacks)).toEqual(["orders prices:8080 proved", "prices orders:8080 proved"]);
    const at = mutual().get("orders")?.at("prices-call-orders-ingress").address ?? "";
    const broken = verdicts(stacks, (fixture) => {
      const [type = "", name = ""] = at.split(".");
      if (fixture.json.resource[type]?.[name] !== undefined) fixture.remove(at);
    });
    expect(broken).toContain("prices orders:8080 broken call-ingress-missing");
  });
});

describe("a later call", () => {
  const calling = (name: string, call: TaskCall) => () => synth((stack) => pair(stack).orders.call(name, call));

  it("is of a task definition as well, and to whatever the property takes", () => {
    const stack = synth((scope) => {
      const { network, endpoints } = pair(scope);
      const job = new FargateTaskDefinition(scope, "job", {
        network,
        endpoints,
        task: { ...ordersTask, family: "job" },
      });
      job.call("database", { peer: Peer.cidr("10.0.3.0/24"), port: 5432, description: "the job reads" });
    });
    expect(stack.at("job/call-database-egress").attributes).toMatchObject({
      cidr_ipv4: "10.0.3.0/24",
      description: "the job reads",
    });
  });

  it("has a name of its own", () => {
    expect(calling("prices", { host: "10.0.3.7", port: 80 })).toThrow('the task has a call "prices" already');
  });

  it("is refused for what the property is refused for", () => {
    expect(calling("legacy", { host: "http://legacy", port: 80 })).toThrow("neither the name of a host nor an IPv4");
    expect(calling("legacy", { host: "10.0.3.7", port: 0 })).toThrow("0 is not a port of a call");
    expect(calling("no name", { host: "10.0.3.7", port: 80 })).toThrow('"no name" is not the name of a call');
  });
});
