import { explainProof } from "../reachability/proof/explain-proof";
import type { Proof } from "../reachability/proof/proof";
import { proofAsJson } from "../reachability/proof/proof-as-json";
import { proofAsMarkdown } from "../reachability/proof/proof-as-markdown";

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
