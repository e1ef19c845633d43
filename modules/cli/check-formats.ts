import type { Proof } from "../reachability/model/proof";
import { explainProof } from "../reachability/report/explain-proof";
import { proofAsJson } from "../reachability/report/proof-as-json";
import { proofAsMarkdown } from "../reachability/report/proof-as-markdown";

/** The forms in which a proof is printed. The first is the default. */
export const CHECK_FORMATS = ["text", "json", "markdown"] as const;

/** A proof in one of the {@link CHECK_FORMATS}. */
export function renderProof(proof: Proof, format: string | undefined): string {
  switch (format) {
    case "json":
      return JSON.stringify(proofAsJson(proof), undefined, 2);
    case "markdown":
      return proofAsMarkdown(proof);
    default:
      return explainProof(proof);
  }
}
