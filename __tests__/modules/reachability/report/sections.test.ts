import { describe, expect, it } from "vitest";
import { issue } from "../../../../modules/issues/issue";
import type { AcceptedIssue, Proof, TaskProof } from "../../../../modules/reachability/model/proof";
import { explainProof } from "../../../../modules/reachability/report/explain-proof";
import { proofAsMarkdown } from "../../../../modules/reachability/report/proof-as-markdown";
import { proofSections } from "../../../../modules/reachability/report/sections";
import { isolatedNetwork } from "../support/isolated-network";

const task = (name: string, verdict: TaskProof["verdict"], issues: readonly AcceptedIssue[] = []): TaskProof => {
  return { task: name, address: `aws_ecs_service.${name}`, verdict, dependencies: [], issues };
};
const note = (path: string) => issue("image-registry-unknown", { path, problem: "p", fix: "f" });
const proof: Proof = {
  verdict: "broken",
  tasks: [
    task("fine", "proved", [note("a")]),
    task("open", "unknown", [{ ...note("b"), leavesOpen: true }]),
    task("bad", "broken", [issue("family-missing", { problem: "p", fix: "f" })]),
    task("meant", "proved", [{ ...note("c"), accepted: "a test" }]),
  ],
  conflicts: [],
};
const names = (tasks: readonly TaskProof[]) => tasks.map((each) => each.task);

describe("the parts of a report", () => {
  it("are all tasks as they come, with everything, where it is not brief", () => {
    expect(proofSections(proof, {})).toMatchObject({ tasks: proof.tasks, proved: [], issues: [] });
  });

  it("are in brief first what is broken, then what is unknown or accepted, and last what is proved", () => {
    const { tasks, proved, issues } = proofSections(proof, { brief: true });
    expect(names(tasks)).toEqual(["bad", "open", "meant"]);
    expect(names(proved)).toEqual(["fine"]);
    expect(issues).toEqual([["Notes", [note("a")]]]);
  });

  it("give a proved task one line in brief, as text and as Markdown", () => {
    const proved = isolatedNetwork().prove();
    expect(explainProof(proved, { brief: true })).toBe(
      "proved: 1 task, 4 services\n\norders (aws_ecs_service.orders): proved, 4 of 4 services proved",
    );
    expect(proofAsMarkdown(proved, { brief: true })).toBe(
      "**proved**: 1 task, 4 services\n\n- `orders` (`aws_ecs_service.orders`): proved, 4 of 4 services proved",
    );
  });

  it("give the proved services of a broken task one line in brief, below what is broken", () => {
    const broken = isolatedNetwork().set("aws_vpc_endpoint.logs", { private_dns_enabled: false });
    const text = explainProof(broken.prove(), { brief: true });
    expect(text).toMatch(/\n {2}broken {2}logs\n/);
    expect(text).toMatch(/\n {2}proved {2}s3, ecr\.api, ecr\.dkr$/);
  });
});
