import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { askHostedZones, askResolverRules } from "../../../modules/cli/route53-answers";
import { type Resolver, type Route53, resolverClient, route53Client } from "../../../modules/cli/route53-client";
import { jsonIn } from "../../support/code-blocks";

// The first client of a package loads it.
vi.setConfig({ testTimeout: 60_000 });

const VPC = { id: "vpc-0123456789abcdef0", owner: "123456789012" };
const page = readFileSync(resolve(__dirname, "../../../docs/snapshot.md"), "utf8");

type Answers = Readonly<Record<string, readonly object[]>>;

/** Lets a client answer without a network, and tells what it was asked. */
function answering(prefix: string, { client }: Pick<Route53, "client"> | Pick<Resolver, "client">, answers: Answers) {
  const calls: { readonly action: string; readonly input: object }[] = [];
  const send = (command: { readonly input: object }) => {
    const action = command.constructor.name.replace(/Command$/, "");
    const before = calls.filter((call) => call.action === `${prefix}:${action}`).length;
    calls.push({ action: `${prefix}:${action}`, input: command.input });
    return Promise.resolve({ $metadata: {}, ...answers[action]?.[before] });
  };
  Object.assign(client, { send });
  return calls;
}

async function zonesOf(answers: Answers, region = "eu-west-1") {
  const route53 = await route53Client(region);
  if (route53 === undefined) throw new Error("the package is not installed");
  const calls = answering("route53", route53, answers);
  return { zones: await askHostedZones(route53, VPC), calls };
}

async function rulesOf(answers: Answers) {
  const resolver = await resolverClient("eu-west-1");
  if (resolver === undefined) throw new Error("the package is not installed");
  const calls = answering("route53resolver", resolver, answers);
  return { rules: await askResolverRules(resolver, VPC), calls };
}

const OWN = { OwningAccount: VPC.owner };
const zone = (id: string, Name: string, Owner: object = OWN) => ({ HostedZoneId: id, Name, Owner });
const ZONES: Answers = {
  ListHostedZonesByVPC: [
    { HostedZoneSummaries: [zone("Z1", "logs.eu-west-1.amazonaws.com.")], NextToken: "2" },
    {
      HostedZoneSummaries: [
        zone("Z2", "orders.internal."),
        zone("Z3", "ecr.eu-west-1.amazonaws.com.", { OwningAccount: "210987654321" }),
        zone("Z4", "sqs.eu-west-1.amazonaws.com.", { OwningService: "vpce.amazonaws.com" }),
      ],
    },
  ],
  ListResourceRecordSets: [
    { ResourceRecordSets: [{ Name: "a." }], IsTruncated: true, NextRecordName: "b.", NextRecordType: "A" },
    { ResourceRecordSets: [{ Name: "b." }], IsTruncated: false },
  ],
};
const association = (ResolverRuleId: string, Status = "COMPLETE") => ({ ResolverRuleId, Status });
const RULES: Answers = {
  ListResolverRuleAssociations: [
    { ResolverRuleAssociations: [association("rslvr-rr-1"), association("rslvr-rr-9", "FAILED")], NextToken: "2" },
    { ResolverRuleAssociations: [association("rslvr-autodefined-rr-internet-resolver"), association("rslvr-rr-2")] },
  ],
  GetResolverRule: [{ ResolverRule: { Id: "rslvr-rr-1" } }, { ResolverRule: { Id: "rslvr-rr-2" } }],
};

describe("asking Amazon Route 53 about a VPC", () => {
  it("makes exactly the calls that the policy of the page allows, and reads only", async () => {
    const calls = [...(await zonesOf(ZONES)).calls, ...(await rulesOf(RULES)).calls];
    const [policy] = jsonIn(page).filter((each) => "Statement" in each);
    const asked = [...new Set(calls.map(({ action }) => action))].sort();
    expect(asked).toEqual(JSON.stringify(policy).match(/route53\w*:\w+/g));
    expect(asked.filter((action) => !/:(List|Get)/.test(action))).toEqual([]);
  });

  it("reads every page of the zones, without those that AWS makes for its services", async () => {
    const { zones, calls } = await zonesOf(ZONES);
    expect(zones.map((each) => each.zone.HostedZoneId)).toEqual(["Z1", "Z2", "Z3"]);
    expect(calls[0]?.input).toMatchObject({ VPCId: VPC.id, VPCRegion: "eu-west-1" });
    expect(calls[1]?.input).toMatchObject({ NextToken: "2" });
  });

  it("reads every page of the records of its own zones that may have names of AWS's", async () => {
    const { zones, calls } = await zonesOf(ZONES);
    expect(zones.map(({ records }) => records?.map(({ Name }) => Name))).toEqual([["a.", "b."], undefined, undefined]);
    expect(calls.at(-1)?.input).toMatchObject({ HostedZoneId: "Z1", StartRecordName: "b.", StartRecordType: "A" });
  });

  it("says where the package is older than the Region", async () => {
    await expect(zonesOf(ZONES, "eu-west-99")).rejects.toThrow(
      "@aws-sdk/client-route-53 does not know eu-west-99; update it",
    );
  });

  it("reads the rules that are associated, without those that AWS defines", async () => {
    const { rules, calls } = await rulesOf(RULES);
    expect(rules.map(({ Id }) => Id)).toEqual(["rslvr-rr-1", "rslvr-rr-2"]);
    expect(calls[0]?.input).toMatchObject({ Filters: [{ Name: "VPCId", Values: [VPC.id] }] });
  });
});
