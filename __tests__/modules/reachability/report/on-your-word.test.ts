import { describe, expect, it } from "vitest";
import { explainProof } from "../../../../modules";
import { proofAsJson } from "../../../../modules/reachability/report/proof-as-json";
import { proofAsMarkdown } from "../../../../modules/reachability/report/proof-as-markdown";
import { existingVpc, proveIn } from "../../../support/existing-vpc";
import { isolatedNetwork } from "../support/isolated-network";

const proof = proveIn(existingVpc);
const count = proof.assumptions?.length;

describe("what is proved on the user's word", () => {
  it("is in the line that sums up, as text and as Markdown", () => {
    expect(explainProof(proof)).toContain(`proved, on your word in ${count} points: 1 task, 4 services`);
    expect(proofAsMarkdown(proof)).toContain(`**proved**, on your word in ${count} points: 1 task, 4 services`);
  });

  it("is listed once, under the name of the network", () => {
    const [, list = ""] = explainProof(proof).split('On your word, as the network "legacy" says it\n');
    expect(list.match(/vpc-0123456789abcdef0 has enable_dns_support on/g)).toHaveLength(1);
    const [, items = ""] = proofAsMarkdown(proof).split('### On your word, as the network "legacy" says it\n\n');
    expect(items.split("\n").filter((line) => line.startsWith("- "))).toHaveLength(count ?? 0);
  });

  it("is data of the JSON, which is without it where nothing is said", () => {
    expect(proofAsJson(proof).assumptions).toEqual(proof.assumptions);
    expect(proofAsJson(isolatedNetwork().prove())).not.toHaveProperty("assumptions");
  });
});
