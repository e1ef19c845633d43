import { describe, expect, it } from "vitest";
import { findingsOfProof } from "../../../../modules/cli/findings/findings-of-proof";
import { issue } from "../../../../modules/issues/issue";
import type { Proof } from "../../../../modules/reachability/model/proof";

const off = issue("private-dns-off", { path: "aws_vpc_endpoint.logs", problem: "it is off", fix: "turn it on" });
const missing = issue("task-missing", { problem: "there is none", fix: "add one" });
const call = (service: string) => ({ service, verdict: "broken" as const, hops: [], issue: off });

describe("the findings of a proof", () => {
  it("are each told once, however many calls one stops, with what tasks and conflicts have", () => {
    const proof: Proof = {
      verdict: "broken",
      tasks: [
        { task: "a", address: "a", verdict: "broken", dependencies: [call("logs"), call("s3")], issues: [] },
        { task: "b", address: "b", verdict: "broken", dependencies: [call("logs")], issues: [missing] },
      ],
      conflicts: [{ ...missing, path: "aws_vpc.main" }],
    };
    expect(findingsOfProof(proof).map(({ code, path }) => [code, path])).toEqual([
      ["private-dns-off", "aws_vpc_endpoint.logs"],
      ["task-missing", undefined],
      ["task-missing", "aws_vpc.main"],
    ]);
  });
});
