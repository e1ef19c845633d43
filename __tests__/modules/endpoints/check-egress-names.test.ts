import { describe, expect, it } from "vitest";
import { Peer } from "../../../modules";
import { checkEgressNames } from "../../../modules/endpoints/check-egress-names";

const derived = { s3: { peer: Peer.prefixList("pl-1"), port: 443, description: "to the s3 gateway endpoint" } };
const own = {
  s3: { peer: Peer.cidr("10.0.9.0/24"), port: 443 },
  internet: { peer: Peer.cidr("0.0.0.0/0"), port: 443 },
};

describe("checkEgressNames", () => {
  it("refuses a rule that would take the place of one that leads to an endpoint, and says who loses what", () => {
    expect([...checkEgressNames("tasks", derived, own)]).toEqual([
      {
        code: "egress-rule-name-taken",
        path: "securityGroup.egress.s3",
        problem: 'the egress rule "s3" has the name of a rule that lets the tasks out to the s3 gateway endpoint',
        why: "the name is part of the resource address, and without the other rule the tasks reach no endpoint",
        fix: 'give it another name, for example "s3-own"',
      },
    ]);
    expect([...checkEgressNames("instance", derived, own)]).toMatchObject([
      {
        problem: 'the egress rule "s3" has the name of a rule that lets the instance out to the s3 gateway endpoint',
        why: "the name is part of the resource address, and without the other rule the instance does not get there",
      },
    ]);
  });

  it("takes every other name, such as one that every object has", () => {
    expect([...checkEgressNames("tasks", derived)]).toEqual([]);
    expect([...checkEgressNames("tasks", derived, { toString: own.internet })]).toEqual([]);
  });
});
