import { TerraformOutput, type TerraformStack, TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  ApplicationLoadBalancer,
  type ApplicationLoadBalancerProps,
  EndpointPlan,
  FargateService,
  type FargateServiceProps,
  Listener,
  Peer,
  PrivateNetwork,
  sharedSubnets,
  tieredSubnets,
  VpcEndpoints,
} from "../../../modules";
import { codesOf, configurationErrorOf } from "../../support/configuration-error-of";
import { ordersTask } from "../../support/orders";
import { newStack, ref, synth, synthApp } from "../../support/synth";

const CERTIFICATE = "arn:aws:acm:eu-west-1:123456789012:certificate/0";
const ingress = { internet: Peer.cidr("0.0.0.0/0") };
const target = { container: "api", port: 8080 };
const networkIn = (scope: TerraformStack, ipv6 = false) =>
  new PrivateNetwork(scope, "network", {
    region: "eu-west-1",
    availabilityZones: ["eu-west-1a", "eu-west-1b"],
    subnets: tieredSubnets(),
    ipv6,
  });
type Wish = Partial<ApplicationLoadBalancerProps>;
const balancerIn = (scope: TerraformStack, wish: Wish = {}) =>
  new ApplicationLoadBalancer(scope, "balancer", {
    network: wish.network ?? networkIn(scope),
    scheme: "internet-facing",
    ingress,
    ...wish,
  });
const build = (
  scope: TerraformStack,
  wish: Wish = {},
  options: Partial<Parameters<ApplicationLoadBalancer["target"]>[0]> = {},
  service: Partial<FargateServiceProps> = {},
) => {
  const network = wish.network ?? networkIn(scope);
  const balancer = balancerIn(scope, { network, ...wish });
  const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([ordersTask]) });
  const loadBalancers = [balancer.target({ ...target, ...options })];
  new FargateService(scope, "service", { network, endpoints, task: ordersTask, loadBalancers, ...service });
  return balancer;
};
const synthBalancer = (...[wish, options, service]: [Wish?, object?, Partial<FargateServiceProps>?]) =>
  synth((scope) => build(scope, wish, options, service));

describe("ApplicationLoadBalancer in front of a service", () => {
  const stack = synthBalancer();

  it("stands in one public subnet of each zone, after the internet gateway's route", () => {
    expect(stack.only("aws_lb").attributes).toMatchObject({
      load_balancer_type: "application",
      internal: false,
      subnets: ["a", "b"].map((zone) => ref(stack.at(`network/subnet-public-${zone}`), "id")),
      security_groups: [ref(stack.at("balancer/security-group/Resource"), "id")],
      depends_on: expect.arrayContaining([stack.only("aws_route").address]),
    });
  });

  it("listens for HTTP and forwards to the addresses of the tasks", () => {
    const targetGroup = stack.only("aws_lb_target_group");
    expect(targetGroup.attributes).toEqual({
      vpc_id: ref(stack.only("aws_vpc"), "id"),
      protocol: "HTTP",
      target_type: "ip",
      port: 8080,
      health_check: { protocol: "HTTP", path: "/" },
      lifecycle: { create_before_destroy: true },
    });
    expect(stack.only("aws_lb_listener").attributes).toEqual({
      load_balancer_arn: ref(stack.only("aws_lb"), "arn"),
      port: 80,
      protocol: "HTTP",
      default_action: [{ type: "forward", target_group_arn: ref(targetGroup, "arn") }],
    });
  });

  it("is registered in the service, which waits for the listener", () => {
    const listener = stack.only("aws_lb_listener");
    expect(stack.only("aws_ecs_service").attributes).toMatchObject({
      load_balancer: [
        {
          target_group_arn: ref(stack.only("aws_lb_target_group"), "arn"),
          container_name: "api",
          container_port: 8080,
        },
      ],
      depends_on: expect.arrayContaining([listener.address]),
    });
  });

  it("opens the groups for the listener, and between load balancer and tasks for the container's port, and nothing else", () => {
    const balancer = ref(stack.at("balancer/security-group/Resource"), "id");
    const tasks = ref(stack.at("service/security-group/Resource"), "id");
    const rules = (type: string, group: string) =>
      stack
        .all(`aws_vpc_security_group_${type}_rule`)
        .filter(({ attributes }) => attributes["security_group_id"] === group)
        .map(({ attributes: { cidr_ipv4, referenced_security_group_id, from_port, to_port, ip_protocol } }) => [
          cidr_ipv4 ?? referenced_security_group_id,
          ip_protocol,
          from_port,
          to_port,
        ]);
    expect(rules("ingress", balancer)).toEqual([["0.0.0.0/0", "tcp", 80, 80]]);
    expect(rules("egress", balancer)).toEqual([[tasks, "tcp", 8080, 8080]]);
    expect(rules("ingress", tasks)).toEqual([[balancer, "tcp", 8080, 8080]]);
  });
});

describe("ApplicationLoadBalancer as it was asked for", () => {
  it("ends HTTPS and redirects HTTP to it", () => {
    const listeners = { http: Listener.redirectToHttps(), https: Listener.https(CERTIFICATE) };
    const stack = synthBalancer({ listeners });
    expect(stack.at("balancer/listener-https").attributes).toMatchObject({
      port: 443,
      protocol: "HTTPS",
      certificate_arn: CERTIFICATE,
      ssl_policy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
      default_action: [{ type: "forward" }],
    });
    expect(stack.at("balancer/listener-http").attributes).toMatchObject({
      port: 80,
      protocol: "HTTP",
      default_action: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", status_code: "HTTP_301" } }],
    });
    const ports = stack.resources
      .filter(({ path }) => path.startsWith("balancer/security-group/ingress-"))
      .map(({ attributes }) => attributes["from_port"]);
    expect(ports).toEqual([80, 443]);
  });

  it("has the address of its HTTPS listener, else of its HTTP listener", () => {
    const urlOf = (listeners: Record<string, Listener>) => balancerIn(newStack(), { listeners }).url;
    expect(urlOf({ http: Listener.http() })).toMatch(/^http:\/\/\$\{TfToken\[.*\]\}$/);
    expect(urlOf({ http: Listener.http({ port: 8080 }) })).toMatch(/:8080$/);
    expect(urlOf({ a: Listener.redirectToHttps(), b: Listener.https(CERTIFICATE) })).toMatch(/^https:.*[^0-9]$/);
  });

  it("is internal by default, in the subnets for tasks", () => {
    const stack = synth((scope) => {
      const network = networkIn(scope);
      const balancer = new ApplicationLoadBalancer(scope, "balancer", { network, ingress });
      balancer.target(target);
    });
    expect(stack.only("aws_lb").attributes).toMatchObject({
      internal: true,
      subnets: ["a", "b"].map((zone) => ref(stack.at(`network/subnet-isolated-${zone}`), "id")),
    });
  });

  it("is dual-stack in a network with IPv6", () => {
    const stack = synth((scope) => {
      const network = networkIn(scope, true);
      const both = { ...ingress, ipv6: Peer.ipv6Cidr("::/0") };
      build(scope, { network, ipAddressType: "dualstack", ingress: both });
    });
    expect(stack.only("aws_lb").attributes["ip_address_type"]).toBe("dualstack");
    expect(stack.at("balancer/security-group/ingress-http-ipv6").attributes["cidr_ipv6"]).toBe("::/0");
  });

  it("takes health check, delays, names, tags and protection", () => {
    const healthCheck = { path: "/health", port: 9000, interval: 10, timeout: 3, healthyThreshold: 2, matcher: "204" };
    const stack = synthBalancer(
      { name: "orders-web", deletionProtection: true, tags: { team: "orders" } },
      { healthCheck, deregistrationDelay: 5, targetGroupName: "orders-api" },
      { healthCheckGracePeriod: 90 },
    );
    expect(stack.only("aws_lb").attributes).toMatchObject({
      name: "orders-web",
      enable_deletion_protection: true,
      tags: { Name: "orders-web", team: "orders" },
    });
    expect(stack.only("aws_lb_target_group").attributes).toMatchObject({
      name: "orders-api",
      deregistration_delay: "5",
      health_check: { path: "/health", port: "9000", interval: 10, timeout: 3, healthy_threshold: 2, matcher: "204" },
    });
    expect(stack.only("aws_lb_target_group").attributes).not.toHaveProperty("lifecycle");
    expect(stack.only("aws_ecs_service").attributes["health_check_grace_period_seconds"]).toBe(90);
    expect(stack.at("service/balancer-health-egress").attributes["from_port"]).toBe(9000);
    expect(stack.at("service/balancer-health-ingress").attributes["from_port"]).toBe(9000);
  });

  it("may be in another stack than its service, which then owns the rules between them", () => {
    const stacks = synthApp((app) => {
      const shared = newStack(app, "shared");
      const network = networkIn(shared);
      const endpoints = new VpcEndpoints(shared, "endpoints", {
        network,
        services: EndpointPlan.forTasks([ordersTask]),
      });
      const loadBalancers = [balancerIn(shared, { network }).target(target)];
      new FargateService(newStack(app, "orders"), "service", { network, endpoints, task: ordersTask, loadBalancers });
    });
    const [shared, orders] = [stacks.get("shared"), stacks.get("orders")];
    expect(shared?.dependencies).toEqual([]);
    expect(orders?.dependencies).toEqual(["shared"]);
    expect(shared?.all("aws_lb_listener")).toHaveLength(1);
    expect(orders?.at("service/balancer-egress").attributes["from_port"]).toBe(8080);
    expect(JSON.stringify(orders?.only("aws_ecs_service").attributes["depends_on"])).not.toContain("aws_lb");
  });
});

describe("ApplicationLoadBalancer refuses", () => {
  const refused = (wish: Wish) => codesOf(() => balancerIn(newStack(), wish));

  it.each<[what: string, code: string, wish: Wish]>([
    ["a listener port out of range", "port-out-of-range", { listeners: { http: Listener.http({ port: 0 }) } }],
    [
      "two listeners on one port",
      "listener-port-taken",
      { listeners: { one: Listener.http(), two: Listener.https(CERTIFICATE, { port: 80 }) } },
    ],
    ["HTTPS without a certificate", "https-without-certificate", { listeners: { https: Listener.https("") } }],
    [
      "a certificate that is not named by an ARN",
      "load-balancer-setting-invalid",
      { listeners: { https: Listener.https("not-an-arn") } },
    ],
    [
      "the ARN of something else than a certificate",
      "load-balancer-setting-invalid",
      { listeners: { https: Listener.https("arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/0") } },
    ],
    ["a redirect to nobody", "redirect-without-https", { listeners: { http: Listener.redirectToHttps() } }],
    ["no listener", "listener-missing", { listeners: {} }],
    ["a load balancer that lets nobody in", "load-balancer-ingress-missing", { ingress: {} }],
    ["a name that AWS does not take", "load-balancer-name-invalid", { name: "internal-orders" }],
    ["an unknown subnet", "load-balancer-subnet-unknown", { subnets: ["public-c"] }],
    ["one zone", "load-balancer-zones-too-few", { subnets: ["public-a"] }],
    [
      "two subnets of one zone",
      "load-balancer-subnets-share-zone",
      { scheme: "internal", subnets: ["public-a", "isolated-a", "public-b"] },
    ],
    [
      "an isolated subnet for clients on the internet",
      "load-balancer-subnet-not-public",
      { subnets: ["public-a", "isolated-b"] },
    ],
    ["dual-stack without IPv6", "dualstack-without-ipv6", { ipAddressType: "dualstack" }],
  ])("%s", (_, code, wish) => {
    expect(refused(wish)).toEqual([code]);
  });

  it("an internet-facing one in a network without public subnets, in one error, and says what to write", () => {
    const scope = newStack();
    const network = new PrivateNetwork(scope, "isolated", { region: "eu-west-1", subnets: sharedSubnets() });
    const error = configurationErrorOf(() => balancerIn(scope, { network }));
    expect(error.issues).toMatchObject([
      { code: "public-subnet-missing", fix: expect.stringContaining("tieredSubnets()") },
    ]);
    expect(error.message).toContain("test/balancer (ApplicationLoadBalancer) has 1 problem");
  });

  it("several things at once, in one error", () => {
    const listeners = { http: Listener.http({ port: 70_000 }), https: Listener.https("") };
    expect(refused({ listeners, ingress: {} })).toEqual([
      "load-balancer-ingress-missing",
      "port-out-of-range",
      "https-without-certificate",
    ]);
  });

  it.each<[what: string, code: string, options: object]>([
    ["a target port out of range", "port-out-of-range", { port: 65_536 }],
    ["a health-check path without a slash", "health-check-path-malformed", { healthCheck: { path: "health" } }],
    ["a health-check port out of range", "port-out-of-range", { healthCheck: { port: 0 } }],
    ["a health check that is too frequent", "health-check-out-of-range", { healthCheck: { interval: 1 } }],
    ["a container that the task does not have", "load-balancer-container-unknown", { container: "apj" }],
    ["a port on which the container does not listen", "load-balancer-port-unknown", { port: 8081 }],
  ])("%s", (_, code, options) => {
    expect(codesOf(() => build(newStack(), {}, options))).toEqual([code]);
  });

  it("a grace period without a load balancer, and a negative one", () => {
    const service = (more: Partial<FargateServiceProps>) => () => build(newStack(), {}, {}, more);
    expect(codesOf(service({ loadBalancers: [], healthCheckGracePeriod: 60 }))).toEqual([
      "health-check-grace-period-unused",
    ]);
    expect(codesOf(service({ healthCheckGracePeriod: -1 }))).toEqual(["health-check-grace-period-invalid"]);
  });

  it("a second target", () => {
    const balancer = balancerIn(newStack());
    balancer.target(target);
    expect(codesOf(() => balancer.target(target))).toEqual(["load-balancer-target-taken"]);
  });

  it("to be synthesized without a target", () => {
    expect(() => synth((scope) => balancerIn(scope))).toThrow(/load-balancer-without-target/);
  });
});

describe("ApplicationLoadBalancer with what Terraform fills in", () => {
  it("takes ports, certificate and health-check path as tokens", () => {
    const stack = synth((scope) => {
      const listeners = { https: Listener.https("${var.certificate}") };
      build(scope, { listeners, name: "${var.name}" }, { healthCheck: { path: "${var.path}" } });
    });
    expect(stack.only("aws_lb_listener").attributes["certificate_arn"]).toBe("${var.certificate}");
    expect(stack.only("aws_lb").attributes["name"]).toBe("${var.name}");
  });

  it("never writes the number that stands for a token", () => {
    const stack = synth((scope) => {
      const port = new TerraformVariable(scope, "port", { type: "number" }).numberValue;
      const listeners = {
        http: Listener.redirectToHttps({ httpsPort: port }),
        https: Listener.https(CERTIFICATE, { port }),
      };
      const balancer = balancerIn(scope, { listeners });
      balancer.target({ ...target, healthCheck: { port }, deregistrationDelay: port });
      new TerraformOutput(scope, "url", { value: balancer.url });
    });
    expect(stack.at("balancer/listener-https").attributes["port"]).toBe("${var.port}");
    expect(JSON.stringify(stack.at("balancer/listener-http").attributes)).toContain('"port":"${var.port}"');
    expect(stack.only("aws_lb_target_group").attributes).toMatchObject({
      deregistration_delay: "${var.port}",
      health_check: { port: "${var.port}" },
    });
    expect(stack.output("url")).toMatch(/:\$\{var\.port\}$/);
    expect(stack.text).not.toMatch(/e\+28\d/);
  });
});
