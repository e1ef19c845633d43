/** The proof: over Terraform JSON, that every call of a Fargate task arrives, or which hop is broken first. */

export type { AcceptedFinding } from "./proof/accept-findings";
export { explainProof } from "./proof/explain-proof";
export type { AcceptedIssue, DependencyProof, Hop, HopName, Proof, TaskProof } from "./proof/proof";
export { type ProofOptions, proveReachability } from "./prove-reachability";
export type { TerraformJson } from "./terraform/terraform-json";
