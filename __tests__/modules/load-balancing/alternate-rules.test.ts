import { describe, expect, it } from "vitest";
import {
  ApplicationLoadBalancer,
  type ApplicationRouteOptions,
  Listener,
  NetworkLoadBalancer,
  type NetworkServiceTarget,
  Peer,
  PrivateNetwork,
} from "../../../modules";
import { configurationErrorOf } from "../../support/configuration-error-of";
import { newStack, ref, synth } from "../../support/synth";

const ingress = { vpc: Peer.cidr("10.0.0.0/16") };

const applicationIn = (
  scope = newStack(),
  listeners: Readonly<Record<string, Listener>> = { http: Listener.http() },
) => {
  const network = new PrivateNetwork(scope, "network", { region: "eu-west-1" });
  return new ApplicationLoadBalancer(scope, "balancer", { network, ingress, listeners });
};
const networkIn = (scope = newStack()) => {
  const network = new PrivateNetwork(scope, "network", { region: "eu-west-1" });
  return new NetworkLoadBalancer(scope, "balancer", { network, ingress, listeners: { web: 80, test: 9000 } });
};
const ROUTE = { container: "api", port: 8080, paths: ["/*"] } as const;

describe("a route with a second target group", () => {
  it("is at one listener, and has no test rule unless it is asked for", () => {
    const stack = synth((scope) => {
      const { alternate } = applicationIn(scope).route("orders", {
        ...ROUTE,
        targetGroupName: "orders",
        alternate: {},
      });
      expect(alternate).not.toHaveProperty("testRule");
    });
    const rule = stack.only("aws_lb_listener_rule").attributes;
    expect(rule["listener_arn"]).toBe(ref(stack.at("balancer/listener-http"), "arn"));
    expect(stack.at("balancer/target-group-orders").attributes["name"]).toBe("orders");
    expect(stack.at("balancer/alternate-target-group-orders").attributes).not.toHaveProperty("name");
  });

  const listeners = { http: Listener.http(), admin: Listener.http({ port: 81 }), test: Listener.http({ port: 9000 }) };
  it.each<[string, Partial<ApplicationRouteOptions>, string, string]>([
    [
      "two listeners have the traffic",
      { alternate: { testListener: "test" } },
      "listeners",
      'write listeners: ["http"]',
    ],
    ["no listener has the traffic", { alternate: { testListener: "test" }, listeners: ["test"] }, "listeners", "http"],
    [
      "there is no such listener",
      { alternate: { testListener: "tests" }, listeners: ["http"] },
      "alternate.testListener",
      'write "test"',
    ],
  ])("is refused where %s", (_why, options, path, fix) => {
    const { issues } = configurationErrorOf(() =>
      applicationIn(newStack(), listeners).route("orders", { ...ROUTE, ...options }),
    );
    expect(issues.map((each) => each.path)).toEqual([path]);
    expect(issues[0]?.fix).toContain(fix);
  });

  it("may name the listener of the traffic, with the one for tests or without", () => {
    for (const names of [["http"], ["test", "http"]]) {
      const options = { ...ROUTE, listeners: names, alternate: { testListener: "test" } };
      const target = applicationIn(newStack(), listeners).route("orders", options);
      expect(target.dependencies).toHaveLength(2);
    }
  });

  it("leaves a route without one as it is", () => {
    const stack = synth((scope) => {
      expect(applicationIn(scope).route("orders", ROUTE)).not.toHaveProperty("alternate");
    });
    const rule = stack.only("aws_lb_listener_rule").attributes;
    expect(rule).not.toHaveProperty("lifecycle");
    expect(rule["action"]).toMatchObject([{ target_group_arn: ref(stack.only("aws_lb_target_group"), "arn") }]);
  });
});

describe("a listener of a network load balancer with a second target group", () => {
  const TARGET = { container: "api", port: 8080, listener: "web" } as const satisfies NetworkServiceTarget;

  it.each([
    ["tests", 'write "test"'],
    ["web", "name another listener"],
  ])("is refused with %s for tests", (testListener, fix) => {
    const target = { ...TARGET, alternate: { testListener } };
    const { issues } = configurationErrorOf(() => networkIn().target(target));
    expect(issues.map(({ path }) => path)).toEqual(["alternate.testListener"]);
    expect(issues[0]?.fix).toContain(fix);
  });

  it("takes its test listener for itself", () => {
    const balancer = networkIn();
    balancer.target({ ...TARGET, alternate: { testListener: "test" } });
    expect([...balancer.targetGroups.keys()]).toEqual(["web", "test"]);
    const { issues } = configurationErrorOf(() => balancer.target({ ...TARGET, listener: "test" }));
    expect(issues).toMatchObject([{ code: "load-balancer-target-taken" }]);
  });

  it("needs no test listener", () => {
    const target = networkIn().target({ ...TARGET, alternate: {} });
    expect(target.alternate).not.toHaveProperty("testRule");
    expect(target.dependencies).toHaveLength(1);
  });
});
