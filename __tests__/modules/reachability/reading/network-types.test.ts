import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { NETWORK_TYPES, unreadTypes } from "../../../../modules/reachability/reading/network-types";
import { sourceFiles } from "../../../support/source-imports";
import { TYPES_BESIDE } from "../support/types-beside-the-way";

const PROVIDER = "node_modules/@cdktf/provider-aws/lib";

/** What the names of types start with that may have to do with the way of a call. */
const PREFIXES =
  /^aws_(?:default_|vpc|subnet|route|network_|security_group|main_route|ec2_|internet_gateway|nat_gateway|egress_only|vpn_|service_discovery|ecs_|eip|networkfirewall_)/;

/** The resource types of the provider with one of these prefixes. */
function providerTypes(): readonly string[] {
  return readdirSync(PROVIDER)
    .filter((name) => !name.startsWith("data-aws-") && PREFIXES.test(`aws_${name.replaceAll("-", "_")}`))
    .flatMap((name) => {
      const source = readFileSync(`${PROVIDER}/${name}/index.d.ts`, "utf8");
      return /tfResourceType = "(\w+)"/.exec(source)?.[1] ?? [];
    });
}

const known = Object.keys(NETWORK_TYPES);

describe("the table of the types on the way of a call", () => {
  it("has every type of the provider with such a name, or the list of the types beside it has", () => {
    const types = providerTypes();
    expect(types.length).toBeGreaterThan(150);
    expect(types.filter((type) => !known.includes(type) && !TYPES_BESIDE.includes(type))).toEqual([]);
  });

  it("has no type that is beside the way", () => {
    expect(TYPES_BESIDE.filter((type) => known.includes(type))).toEqual([]);
    const types = new Set(providerTypes());
    expect(TYPES_BESIDE.filter((type) => !types.has(type))).toEqual([]);
  });

  it("has readers for the types that it calls read", () => {
    const readers = sourceFiles("modules/reachability/reading")
      .filter(({ path }) => !path.endsWith("network-types.ts"))
      .map(({ syntax }) => syntax.text)
      .join("");
    const unread = unreadTypes().map(([type]) => type);
    const ofRules = ["aws_vpc_security_group_egress_rule", "aws_vpc_security_group_ingress_rule"];
    const read = known.filter((type) => !unread.some((each) => each === type) && !ofRules.includes(type));
    expect(read.filter((type) => !readers.includes(`"${type}"`))).toEqual([]);
  });
});
