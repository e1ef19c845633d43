import { describe, expect, it } from "vitest";
import {
  ApplicationLoadBalancer,
  type ApplicationLoadBalancerProps,
  NetworkLoadBalancer,
  type NetworkLoadBalancerProps,
  Peer,
  PrivateNetwork,
} from "../../../modules";
import { codesOf, configurationErrorOf } from "../../support/configuration-error-of";
import { newStack, synth } from "../../support/synth";

const ingress = { vpc: Peer.cidr("10.0.0.0/16") };
const networkIn = (scope: ReturnType<typeof newStack>) => new PrivateNetwork(scope, "network", { region: "eu-west-1" });

const application = (wish: Partial<ApplicationLoadBalancerProps> = {}, target: object = {}, scope = newStack()) => {
  const balancer = new ApplicationLoadBalancer(scope, "balancer", { network: networkIn(scope), ingress, ...wish });
  balancer.target({ container: "api", port: 8080, ...target });
};
const network = (wish: Partial<NetworkLoadBalancerProps> = {}, target: object = {}, scope = newStack()) => {
  const listeners = { web: 80 };
  const props = { network: networkIn(scope), ingress, listeners, ...wish };
  new NetworkLoadBalancer(scope, "balancer", props).target({ container: "api", port: 8080, ...target });
};

describe("settings of an application load balancer", () => {
  it("are AWS's own where nothing is said", () => {
    const stack = synth((scope) => application({}, {}, scope));
    for (const name of ["idle_timeout", "access_logs", "connection_logs", "enable_deletion_protection"]) {
      expect(stack.only("aws_lb").attributes).not.toHaveProperty(name);
    }
    expect(stack.only("aws_lb_target_group").attributes).not.toHaveProperty("stickiness");
  });

  it("are written: idle timeout, logs, protection", () => {
    const wish = {
      idleTimeout: 120,
      accessLogs: { bucket: "my-logs", prefix: "shop" },
      connectionLogs: { bucket: "my-logs" },
      deletionProtection: true,
    };
    expect(synth((scope) => application(wish, {}, scope)).only("aws_lb").attributes).toMatchObject({
      idle_timeout: 120,
      access_logs: { bucket: "my-logs", prefix: "shop", enabled: true },
      connection_logs: { bucket: "my-logs", enabled: true },
      enable_deletion_protection: true,
    });
  });

  it.each([
    [{}, { type: "lb_cookie", enabled: true }],
    [{ seconds: 600 }, { type: "lb_cookie", enabled: true, cookie_duration: 600 }],
    [
      { seconds: 600, cookieName: "session" },
      { type: "app_cookie", enabled: true, cookie_duration: 600, cookie_name: "session" },
    ],
  ])("keep clients with their task: %j", (stickySessions, stickiness) => {
    const stack = synth((scope) => application({}, { stickySessions }, scope));
    expect(stack.only("aws_lb_target_group").attributes["stickiness"]).toEqual(stickiness);
  });

  it.each<[what: string, wish: Partial<ApplicationLoadBalancerProps>, path: string]>([
    ["no time at all", { idleTimeout: 0 }, "idleTimeout"],
    ["a time that only a network load balancer has", { idleTimeout: 4001 }, "idleTimeout"],
    ["an ARN for the name of a bucket", { accessLogs: { bucket: "arn:aws:s3:::my-logs" } }, "accessLogs.bucket"],
    ["a bucket in capitals", { connectionLogs: { bucket: "MyLogs" } }, "connectionLogs.bucket"],
    ["a prefix with a slash", { accessLogs: { bucket: "my-logs", prefix: "shop/" } }, "accessLogs.prefix"],
    ["a prefix of AWS's", { accessLogs: { bucket: "my-logs", prefix: "shop/AWSLogs" } }, "accessLogs.prefix"],
  ])("are refused with %s", (_, wish, path) => {
    const { issues } = configurationErrorOf(() => application(wish));
    expect(issues).toMatchObject([{ code: "load-balancer-setting-invalid", path }]);
  });

  it("say the name of the bucket that an ARN has", () => {
    const { issues } = configurationErrorOf(() => application({ accessLogs: { bucket: "arn:aws:s3:::my-logs/x" } }));
    expect(issues).toMatchObject([{ fix: 'write "my-logs"' }]);
  });

  it.each<[what: string, target: object, path: string]>([
    ["a client for eight days", { stickySessions: { seconds: 691_200 } }, "stickySessions.seconds"],
    ["the cookie of the load balancer", { stickySessions: { cookieName: "AWSALB" } }, "stickySessions.cookieName"],
    ["a cookie with a space", { stickySessions: { cookieName: "my session" } }, "stickySessions.cookieName"],
    ["a delay beyond an hour", { deregistrationDelay: 3601 }, "deregistrationDelay"],
    ["a negative delay", { deregistrationDelay: -1 }, "deregistrationDelay"],
  ])("are refused for a target with %s", (_, target, path) => {
    const { issues } = configurationErrorOf(() => application({}, target));
    expect(issues).toMatchObject([{ code: "load-balancer-setting-invalid", path }]);
  });
});

describe("settings of a network load balancer", () => {
  it("are AWS's own where nothing is said", () => {
    const stack = synth((scope) => network({}, {}, scope));
    expect(stack.only("aws_lb").attributes).not.toHaveProperty("enable_cross_zone_load_balancing");
    expect(stack.only("aws_lb_listener").attributes).not.toHaveProperty("tcp_idle_timeout_seconds");
    expect(stack.only("aws_lb_target_group").attributes).not.toHaveProperty("stickiness");
  });

  it("are written: idle timeout of the listener, zones, clients that stay, protection", () => {
    const wish = { idleTimeout: 600, crossZone: true, deletionProtection: true };
    const stack = synth((scope) => network(wish, { stickySessions: true }, scope));
    expect(stack.only("aws_lb").attributes).toMatchObject({
      enable_cross_zone_load_balancing: true,
      enable_deletion_protection: true,
    });
    expect(stack.only("aws_lb_listener").attributes["tcp_idle_timeout_seconds"]).toBe(600);
    expect(stack.only("aws_lb_target_group").attributes["stickiness"]).toEqual({ type: "source_ip", enabled: true });
  });

  it("are refused with the idle timeout of an application load balancer", () => {
    expect(configurationErrorOf(() => network({ idleTimeout: 30 })).issues).toMatchObject([
      { code: "load-balancer-setting-invalid", fix: "write a number from 60 to 6000" },
    ]);
  });

  it("have no cookies, and no logs, which AWS writes for TLS only", () => {
    expect(codesOf(() => network({}, { stickySessions: { seconds: 60 } }))).toEqual(["property-malformed"]);
    expect(codesOf(() => network(JSON.parse('{ "accessLogs": { "bucket": "my-logs" } }')))).toEqual([
      "property-unknown",
    ]);
  });
});
