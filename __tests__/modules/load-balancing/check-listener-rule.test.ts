import { describe, expect, it } from "vitest";
import type { ListenerRuleOptions } from "../../../modules/load-balancing/application-route-props";
import { checkListenerRule } from "../../../modules/load-balancing/check-listener-rule";
import type { NamedRule } from "../../../modules/load-balancing/rule-priorities";

const listeners = ["http", "https"];
const rules: readonly NamedRule[] = [
  { name: "orders", conditions: { paths: ["/orders/*", "/buy/*"] }, listeners },
  { name: "first", conditions: { hosts: ["a.example.com"] }, listeners: ["https"], priority: 5 },
];
const check = (options: ListenerRuleOptions, name = "web") => [
  ...checkListenerRule(name, options, { listeners, rules }),
];

describe("the conditions of a rule", () => {
  it.each<[what: string, options: ListenerRuleOptions]>([
    ["hosts with wildcards", { hosts: ["*.example.com", "w?b-1.example.com"] }],
    ["paths", { paths: ["/", "/*.css", "/a/~b/$c/d&e@f", "*"] }],
    [
      "methods, headers, a query string and sources",
      {
        methods: ["GET"],
        headers: { "X-Version": ["2*"] },
        query: { version: ["2"] },
        sources: ["2001:db8::/32"],
      },
    ],
    ["five values", { hosts: ["b.example.com", "c.example.com"], paths: ["/1", "/2", "/3"] }],
    ["what Terraform fills in", { hosts: ["shop.${var.zone}"], paths: ["${var.path}"], sources: ["${var.block}"] }],
    ["the priority of another on another listener", { hosts: ["b.example.com"], priority: 5, listeners: ["http"] }],
    ["a narrower rule", { paths: ["/orders/1"] }],
    ["the narrower of the paths of another", { paths: ["/orders/*"] }],
    ["the same path for other methods", { paths: ["/orders/*"], methods: ["POST"] }],
    ["the same path before the others", { paths: ["/orders/*"], priority: 7 }],
  ])("may be %s", (_, options) => {
    expect(check(options)).toEqual([]);
  });

  it.each<[what: string, options: ListenerRuleOptions, path: string | undefined, said: RegExp]>([
    ["missing", {}, undefined, /not said which requests/],
    ["without a value", { hosts: [] }, "hosts", /no value/],
    ["six values", { paths: ["/1", "/2", "/3", "/4", "/5", "/6"] }, undefined, /have 6 values/],
    ["seven wildcards", { paths: ["/*/*/*/*/*/*/*"] }, undefined, /have 7 wildcards/],
    ["a host without a dot", { hosts: ["localhost"] }, "hosts[0]", /"localhost"/],
    ["a host that ends with a wildcard", { hosts: ["a.example.com", "shop.*"] }, "hosts[1]", /"shop\.\*"/],
    ["a host with a scheme", { hosts: ["https://example.com"] }, "hosts[0]", /"https:/],
    ["a host that is too long", { hosts: [`${"a".repeat(125)}.com`] }, "hosts[0]", /is not a value/],
    ["a path with a question of its own", { paths: ["/a#b"] }, "paths[0]", /"\/a#b"/],
    ["a method in small letters", { methods: ["get"] }, "methods[0]", /"get"/],
    ["a header that is empty", { headers: { "X-Version": [""] } }, "headers.X-Version[0]", /""/],
    ["a header with a space", { headers: { "X Version": ["2"] } }, "headers.X Version", /"X Version"/],
    ["the host as a header", { headers: { Host: ["a.example.com"] } }, "headers.Host", /"Host"/],
    ["a block without its length", { sources: ["10.0.0.1"] }, "sources[0]", /"10\.0\.0\.1"/],
    ["a block that is none", { sources: ["10.0.0.0/33"] }, "sources[0]", /33/],
    ["a priority of 0", { hosts: ["b.example.com"], priority: 0 }, "priority", /^0 is/],
    ["a priority beyond the last", { hosts: ["b.example.com"], priority: 50_001 }, "priority", /^50001 is/],
    ["half a priority", { hosts: ["b.example.com"], priority: 1.5 }, "priority", /^1\.5 is/],
  ])("must not be %s", (_, options, path, said) => {
    const [issue, ...others] = check(options);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: "listener-rule-invalid", problem: expect.stringMatching(said) });
    expect(issue?.path).toBe(path);
  });

  it("says to put the slash in front of a path", () => {
    expect(check({ paths: ["orders/*"] })).toMatchObject([{ fix: 'write "/orders/*"' }]);
  });
});

describe("a rule among others", () => {
  it("names a listener that is there", () => {
    expect(check({ hosts: ["b.example.com"], listeners: ["htps"] })).toMatchObject([
      { code: "listener-unknown", path: "listeners[0]", fix: 'write "https"; there are http, https' },
    ]);
  });

  it.each<[what: string, options: ListenerRuleOptions, name: string, said: RegExp]>([
    ["the name", { hosts: ["b.example.com"] }, "orders", /has a route "orders" already/],
    [
      "the priority on one of its listeners",
      { hosts: ["b.example.com"], priority: 5 },
      "web",
      /"first" and "web" both/,
    ],
    ["its widest path", { paths: ["/buy/*"] }, "web", /take the same requests \(paths: \/buy\/\*\)/],
  ])("does not have %s of another", (_, options, name, said) => {
    expect(check(options, name)).toMatchObject([{ code: "listener-rule-taken", problem: expect.stringMatching(said) }]);
  });
});
