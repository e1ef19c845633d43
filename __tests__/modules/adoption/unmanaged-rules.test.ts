import { expect, it } from "vitest";
import type { ResourceOfPlan } from "../../../modules/adoption/resources-of-plan";
import { describeUnmanaged, unmanagedRules } from "../../../modules/adoption/unmanaged-rules";
import type { JsonObject } from "../../../modules/values/is-json-value";

const resource = (address: string, values: JsonObject, more: Partial<ResourceOfPlan> = {}): ResourceOfPlan => ({
  address,
  type: /(aws_\w+)\./.exec(address)?.[1] ?? "",
  values,
  unknown: new Set(),
  references: new Map(),
  ...more,
});

/** Words on the rules of a group with one `egress` block that nothing manages. */
function unmanaged(
  egress: JsonObject,
  arriving: readonly ResourceOfPlan[] = [],
  configured: readonly string[] = ["name"],
) {
  const standing = resource("aws_security_group.old", { id: "sg-1", name: "tasks", ingress: [], egress: [egress] });
  const group = resource("aws_security_group.tasks", { name: "tasks" }, { configured: new Set(configured) });
  const resources = {
    leaving: [],
    forgotten: [],
    arriving: [group, ...arriving],
    staying: [],
    moved: [],
    importing: [],
  };
  return unmanagedRules(resources, new Map([["aws_security_group.tasks", standing]])).map(describeUnmanaged);
}

const HTTPS = { protocol: "tcp", from_port: 443, to_port: 443 };
const rule = (values: JsonObject, more: Partial<ResourceOfPlan> = {}) =>
  resource(
    "aws_vpc_security_group_egress_rule.web",
    { security_group_id: "sg-1", ip_protocol: "tcp", from_port: 443, to_port: 443, ...values },
    more,
  );

it.each<[string, JsonObject, string]>([
  [
    "everything",
    { protocol: "-1", from_port: 0, to_port: 0, cidr_blocks: ["0.0.0.0/0"] },
    "egress of everything to 0.0.0.0/0",
  ],
  ["a port", { ...HTTPS, prefix_list_ids: ["pl-1"] }, "egress of tcp 443 to pl-1"],
  ["several ports", { ...HTTPS, from_port: 80, ipv6_cidr_blocks: ["::/0"] }, "egress of tcp 80-443 to ::/0"],
  ["the group itself", { ...HTTPS, self: true }, "egress of tcp 443 to sg-1"],
])("names a rule of %s that the new configuration does not have", (_, egress, words) => {
  expect(unmanaged(egress)).toEqual([`${words} in aws_security_group.tasks (sg-1)`]);
});

it("names each other side of a block by itself", () => {
  const both = { ...HTTPS, cidr_blocks: ["10.0.0.0/16", "10.1.0.0/16"] };
  expect(unmanaged(both, [rule({ cidr_ipv4: "10.0.0.0/16" })])).toEqual([
    "egress of tcp 443 to 10.1.0.0/16 in aws_security_group.tasks (sg-1)",
  ]);
});

const ONE = { ...HTTPS, cidr_blocks: ["10.0.0.0/16"] };

it.each<[string, readonly ResourceOfPlan[], readonly string[]]>([
  ["that is a resource by now", [rule({ cidr_ipv4: "10.0.0.0/16" })], []],
  ["that may be one of which an apply decides the other side", [rule({}, { unknown: new Set(["cidr_ipv4"]) })], []],
  [
    "that may be one of which an apply decides the group",
    [rule({ cidr_ipv4: "10.0.0.0/16" }, { unknown: new Set(["security_group_id"]) })],
    [],
  ],
  [
    "that a resource of the older type may be",
    [resource("aws_security_group_rule.web", { security_group_id: "sg-1", type: "egress", protocol: "tcp" })],
    [],
  ],
  ["in a group that says its rules itself", [], ["egress"]],
])("names no rule %s", (_, arriving, configured) => {
  expect(unmanaged(ONE, arriving, configured)).toEqual([]);
});

it.each([
  ["another port", rule({ cidr_ipv4: "10.0.0.0/16", from_port: 80 })],
  ["another group", rule({ cidr_ipv4: "10.0.0.0/16", security_group_id: "sg-2" })],
  ["another side", rule({ cidr_ipv4: "10.0.0.0/8" })],
  ["the other direction", { ...rule({ cidr_ipv4: "10.0.0.0/16" }), type: "aws_vpc_security_group_ingress_rule" }],
])("is not content with a rule of %s", (_, other) => {
  expect(unmanaged(ONE, [other])).toHaveLength(1);
});
