import { describe, expect, it } from "vitest";
import type { Proof } from "../../../../modules";
import { assumptionsOf } from "../../../../modules/reachability/proof/assumptions";
import { readTerraform } from "../../../../modules/reachability/terraform/read-terraform";
import type { SaidFact } from "../../../../modules/reachability/terraform/said/said-fact";
import { isolatedNetwork } from "../support/isolated-network";

/** Four facts, whatever they say. */
function facts(): readonly SaidFact[] {
  const subnet = { id: "subnet-0a", availabilityZone: "eu-west-1a", cidrBlock: "10.0.1.0/24", routeTableId: "rtb-0a" };
  const network = { name: "legacy", region: "eu-west-1", vpcId: "vpc-0a", cidrBlock: "10.0.0.0/16", subnets: [subnet] };
  const fixture = isolatedNetwork().set("aws_ecs_task_definition.orders", { "//": { privateFargate: { network } } });
  return readTerraform([fixture.json]).said;
}

/** A proof in which calls are proved, each where one of some facts is said. */
function proofWhere(needs: Readonly<Record<string, readonly RegExp[]>>) {
  return (said: readonly SaidFact[]): Proof => {
    const dependencies = Object.entries(needs).map(([service, alternatives]) => {
      const isProved = alternatives.some((each) => said.some(({ text }) => each.test(text)));
      return { service, verdict: isProved ? "proved" : "unknown", hops: [] } as const;
    });
    const verdict = dependencies.every((each) => each.verdict === "proved") ? "proved" : "unknown";
    const task = { task: "orders", address: "aws_ecs_service.orders", verdict, dependencies, issues: [] } as const;
    return { verdict, tasks: [task], conflicts: [] };
  };
}

const found = (needs: Parameters<typeof proofWhere>[0]) => {
  const prove = proofWhere(needs);
  return assumptionsOf(facts(), prove(facts()), prove).map(({ text, calls }) => [
    text,
    calls.map((each) => each.service),
  ]);
};

describe("the assumptions of a proof", () => {
  it("are the facts that calls need, with the calls", () => {
    expect(found({ s3: [/route table/], logs: [/eu-west-1a/], sqs: [/eu-west-1a/] })).toEqual([
      ["subnet-0a is in eu-west-1a", ["logs", "sqs"]],
      ["subnet-0a has the route table rtb-0a", ["s3"]],
    ]);
  });

  it("are one of two facts that stand in for each other", () => {
    expect(found({ s3: [/route table/, /eu-west-1a/] })).toEqual([["subnet-0a has the route table rtb-0a", ["s3"]]]);
  });

  it("are none where the proof needs none, or proves nothing", () => {
    expect(found({ s3: [/./] }).length).toBe(1);
    expect(found({ s3: [/^$/] })).toEqual([]);
    expect(assumptionsOf([], proofWhere({})([]), proofWhere({}))).toEqual([]);
  });
});
