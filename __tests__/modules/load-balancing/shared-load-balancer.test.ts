import type { TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  ApplicationLoadBalancer,
  type ApplicationLoadBalancerProps,
  EndpointPlan,
  FargateService,
  type FargateTask,
  Listener,
  Peer,
  PrivateNetwork,
  tieredSubnets,
  VpcEndpoints,
} from "../../../modules";
import { codesOf } from "../../support/configuration-error-of";
import { ordersTask } from "../../support/orders";
import { newStack, ref, type SynthesizedStack, synth, synthApp } from "../../support/synth";

const CERTIFICATE = "arn:aws:acm:eu-west-1:123456789012:certificate/0";
const target = { container: "api", port: 8080 };
const taskOf = (family: string) => ({ ...ordersTask, family }) satisfies FargateTask;

function ground(scope: TerraformStack, wish: Partial<ApplicationLoadBalancerProps> = {}) {
  const network = new PrivateNetwork(scope, "network", {
    region: "eu-west-1",
    availabilityZones: ["eu-west-1a", "eu-west-1b"],
    subnets: tieredSubnets(),
  });
  const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([ordersTask]) });
  const balancer = new ApplicationLoadBalancer(scope, "balancer", {
    network,
    scheme: "internet-facing",
    ingress: { internet: Peer.cidr("0.0.0.0/0") },
    listeners: { https: Listener.https(CERTIFICATE), http: Listener.redirectToHttps() },
    ...wish,
  });
  return { network, endpoints, balancer };
}

const priorities = (stack?: SynthesizedStack) =>
  stack?.all("aws_lb_listener_rule").map(({ attributes }) => attributes["priority"]);

describe("a load balancer with routes to two services of other stacks", () => {
  const stacks = synthApp((app) => {
    const { balancer, ...where } = ground(newStack(app, "shared"));
    const routes = {
      orders: balancer.route("orders", { ...target, paths: ["/orders/*"] }),
      detail: balancer.route("detail", { ...target, paths: ["/orders/*/detail"], hosts: ["shop.example.com"] }),
    };
    for (const [family, route] of Object.entries(routes)) {
      new FargateService(newStack(app, family), "service", { ...where, task: taskOf(family), loadBalancers: [route] });
    }
  });
  const [shared, orders, detail] = ["shared", "orders", "detail"].map((name) => stacks.get(name));

  it("has the rules with the load balancer, which depends on no service", () => {
    expect(shared?.dependencies).toEqual([]);
    expect([orders?.dependencies, detail?.dependencies]).toEqual([["shared"], ["shared"]]);
    expect(orders?.all("aws_lb_listener_rule")).toEqual([]);
    expect(shared?.all("aws_lb_listener_rule").map(({ path }) => path)).toEqual([
      "balancer/rule-https-detail",
      "balancer/rule-https-orders",
    ]);
  });

  it("forwards to a group for each, by host and path, the narrower rule first", () => {
    expect(shared?.at("balancer/rule-https-detail").attributes).toMatchObject({
      condition: [
        { host_header: { values: ["shop.example.com"] } },
        { path_pattern: { values: ["/orders/*/detail"] } },
      ],
    });
    const [ofDetail, ofOrders] = priorities(shared) ?? [];
    expect(ofDetail).toBeLessThan(Number(ofOrders));
    for (const name of ["orders", "detail"]) {
      const group = shared?.at(`balancer/target-group-${name}`);
      const action = [{ type: "forward", target_group_arn: group && ref(group, "arn") }];
      expect(shared?.at(`balancer/rule-https-${name}`).attributes["action"]).toEqual(action);
    }
  });

  it("answers 404 where no rule takes the request, and still redirects from HTTP", () => {
    expect(shared?.at("balancer/listener-https").attributes["default_action"]).toEqual([
      { type: "fixed-response", fixed_response: { status_code: "404", content_type: "text/plain" } },
    ]);
    expect(shared?.at("balancer/listener-http").attributes["default_action"]).toMatchObject([{ type: "redirect" }]);
  });

  it("opens the groups for each service, both ways, in the stack of the service", () => {
    for (const [name, stack] of [
      ["orders", orders],
      ["detail", detail],
    ] as const) {
      expect(stack?.at(`service/balancer-${name}-egress`).attributes["from_port"]).toBe(8080);
      expect(stack?.at(`service/balancer-${name}-ingress`).attributes["from_port"]).toBe(8080);
    }
  });
});

describe("a route", () => {
  it("leaves to the target what no route takes, also where the target comes later", () => {
    const stack = synth((scope) => {
      const { balancer, ...where } = ground(scope);
      const loadBalancers = [
        balancer.route("orders", { ...target, hosts: ["a.example.com"] }),
        balancer.target(target),
      ];
      new FargateService(scope, "service", { ...where, task: ordersTask, loadBalancers });
    });
    expect(stack.at("balancer/listener-https").attributes["default_action"]).toEqual([
      { type: "forward", target_group_arn: ref(stack.at("balancer/target-group"), "arn") },
    ]);
    const waitsFor = stack.only("aws_ecs_service").attributes["depends_on"];
    expect(waitsFor).toContain(stack.only("aws_lb_listener_rule").address);
  });

  it("goes by every kind of condition, on the listeners that are named, with the priority that is written", () => {
    const listeners = { http: Listener.http(), admin: Listener.http({ port: 8081 }) };
    const stack = synth((scope) => {
      const { balancer } = ground(scope, { listeners, otherwise: { statusCode: 503, body: "later" } });
      balancer.route("admin", {
        ...target,
        methods: ["GET"],
        headers: { "X-Version": ["2"] },
        query: { version: ["2", "3"] },
        sources: ["10.0.0.0/8"],
        listeners: ["admin"],
        priority: 3,
      });
    });
    expect(stack.only("aws_lb_listener_rule").attributes).toMatchObject({
      listener_arn: ref(stack.at("balancer/listener-admin"), "arn"),
      priority: 3,
      condition: [
        { http_request_method: { values: ["GET"] } },
        { source_ip: { values: ["10.0.0.0/8"] } },
        { http_header: { http_header_name: "X-Version", values: ["2"] } },
        {
          query_string: [
            { key: "version", value: "2" },
            { key: "version", value: "3" },
          ],
        },
      ],
    });
    expect(stack.at("balancer/listener-http").attributes["default_action"]).toEqual([
      {
        type: "fixed-response",
        fixed_response: { status_code: "503", content_type: "text/plain", message_body: "later" },
      },
    ]);
  });

  it("is shared by weights, with a target for each service and clients that stay where they were", () => {
    const stack = synth((scope) => {
      const { balancer, ...where } = ground(scope);
      const { stable, next } = balancer.weightedRoute("shop", {
        paths: ["/*"],
        stickySeconds: 600,
        targets: { stable: { ...target, weight: 95 }, next: { ...target, weight: 5 } },
      });
      new FargateService(scope, "stable", { ...where, task: taskOf("stable"), loadBalancers: [stable] });
      new FargateService(scope, "next", { ...where, task: taskOf("next"), loadBalancers: [next] });
      expect([...balancer.targetGroups.keys()]).toEqual(["shop-stable", "shop-next"]);
      expect(balancer.rules.get("shop")).toHaveLength(1);
    });
    const arns = ["stable", "next"].map((name) => ref(stack.at(`balancer/target-group-shop-${name}`), "arn"));
    expect(stack.only("aws_lb_listener_rule").attributes["action"]).toEqual([
      {
        type: "forward",
        forward: {
          target_group: [
            { arn: arns[0], weight: 95 },
            { arn: arns[1], weight: 5 },
          ],
          stickiness: { enabled: true, duration: 600 },
        },
      },
    ]);
    for (const [index, name] of ["stable", "next"].entries()) {
      const { attributes } = stack.at(`${name}/service`);
      expect(attributes["load_balancer"]).toMatchObject([{ target_group_arn: arns[index] }]);
    }
    expect(stack.at("stable/balancer-shop-stable-egress").attributes["from_port"]).toBe(8080);
  });

  it("is refused with the name, the priority or the requests of another, and with what AWS does not take", () => {
    const { balancer } = ground(newStack());
    balancer.route("orders", { ...target, paths: ["/orders/*"], priority: 1 });
    balancer.route("web", { ...target, paths: ["/web/*"] });
    const route = (name: string, options: object) => codesOf(() => balancer.route(name, { ...target, ...options }));
    expect(route("orders", { hosts: ["a.example.com"] })).toEqual(["listener-rule-taken"]);
    expect(route("other", { hosts: ["a.example.com"], priority: 1 })).toEqual(["listener-rule-taken"]);
    expect(route("other", { paths: ["/web/*"] })).toEqual(["listener-rule-taken"]);
    expect(route("other", {})).toEqual(["listener-rule-invalid"]);
    expect(route("other", { paths: ["/a"], listeners: ["http"] })).toEqual(["listener-unknown"]);
    expect(route("other", { path: "/a" })).toEqual(["property-unknown"]);
    const shares = { stable: { ...target, weight: -1 } };
    expect(codesOf(() => balancer.weightedRoute("other", { paths: ["/b"], targets: shares }))).toEqual([
      "listener-rule-invalid",
    ]);
  });

  it("does not go to the answer of a load balancer that AWS refuses", () => {
    expect(codesOf(() => ground(newStack(), { otherwise: { statusCode: 301, body: "x".repeat(1025) } }))).toEqual([
      "load-balancer-setting-invalid",
      "load-balancer-setting-invalid",
    ]);
  });
});
