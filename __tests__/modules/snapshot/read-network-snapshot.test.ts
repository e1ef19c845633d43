import { describe, expect, it } from "vitest";
import { checkNetworkSnapshot, readNetworkSnapshot } from "../../../modules/snapshot/read-network-snapshot";
import { legacyNetwork } from "./legacy-network";

const network = legacyNetwork();

function problemsOf(json: unknown): readonly string[] {
  return [...checkNetworkSnapshot(json)].map(({ path = "", problem }) => `${path}: ${problem}`);
}

describe("readNetworkSnapshot", () => {
  it("takes what the command writes, and nothing of it is wrong", () => {
    expect(readNetworkSnapshot(JSON.parse(JSON.stringify(network)))).toEqual(network);
  });

  it.each([
    ["null", null, ": this is no snapshot of a network: it is null"],
    ["a list", [network], ": this is no snapshot of a network: it is a list"],
    ["a plan", { format_version: "1.2" }, ": this is no snapshot of a network: it names no format"],
    ["another file", { ...network, format: "x" }, ': this is no snapshot of a network: its format is "x"'],
    [
      "one of a newer version",
      { ...network, version: 2 },
      "version: its version is 2, and this package reads versions up to 1",
    ],
    ["one without subnets", { ...network, subnets: undefined }, "subnets: it is missing"],
    ["a VPC without an id", { ...network, vpc: { ...network.vpc, id: "" } }, 'vpc.id: it is "", and has to be a text'],
    [
      "a route as a text",
      { ...network, routeTables: [{ id: "rtb-1", routes: ["0.0.0.0/0"] }] },
      'routeTables[0].routes[0]: it is "0.0.0.0/0", and has to be an object',
    ],
    [
      "an ACL that does something else",
      {
        ...network,
        networkAcls: [
          {
            id: "acl-1",
            rules: [{ direction: "ingress", number: 1, action: "log", protocol: "6", cidrBlock: "::/0" }],
          },
        ],
      },
      'networkAcls[0].rules[0].action: it is "log", and has to be allow or deny',
    ],
    ["a port as a text", { ...network, version: "1" }, 'version: it is "1", and has to be a whole number'],
    [
      "DNS as a text",
      { ...network, vpc: { ...network.vpc, enableDnsSupport: "true" } },
      'vpc.enableDnsSupport: it is "true", and has to be true or false',
    ],
  ])("refuses %s", (_, json, problem) => {
    expect(problemsOf(json)).toEqual([problem]);
    expect(() => readNetworkSnapshot(json, "network.json")).toThrow(/^network\.json has 1 problem/);
  });

  it("names everything that is wrong, and is not led astray by names of JavaScript's own", () => {
    expect(problemsOf({ ...network, subnets: {}, endpoints: "x" })).toHaveLength(2);
    expect(
      problemsOf(JSON.parse(`{"format":"private-fargate-network","version":1,"__proto__":{"region":"x"}}`)),
    ).not.toEqual([]);
  });

  it("refuses what is nested hundreds of levels deep", () => {
    const deep = JSON.parse(`${"[".repeat(300)}${"]".repeat(300)}`);
    const endpoints = [{ ...network.endpoints[0], policy: deep }];
    expect(problemsOf({ ...network, endpoints })[0]).toContain("nested deeper");
  });
});
