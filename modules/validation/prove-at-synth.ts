import { App, TerraformStack } from "cdktf";
import type { Construct, IConstruct } from "constructs";
import { proveReachability } from "../reachability/prove-reachability";
import type { TerraformJson } from "../reachability/terraform/expressions/terraform-json";
import type { NetworkSnapshot } from "../snapshot/network-snapshot";
import { annotateProof } from "./annotate-proof";
import { ConstructPaths } from "./construct-paths";
import { resolvedTerraform, writtenTerraform } from "./emitted-terraform";
import { keepNetwork } from "./keep-network";
import { proofReport } from "./proof-report";

/** The apps and stacks that prove already. */
const proving = new WeakSet<IConstruct>();

/** The apps in which what admits more than is asked is named. */
const strict = new WeakSet<IConstruct>();

/**
 * Lets the app of a construct prove, when it is synthesized, that every call of every Fargate task arrives: once for the
 * app, over the Terraform of all its stacks as it was written, so that no override escapes. What is broken fails the
 * synthesis in one report; warnings and what is not known become annotations.
 *
 * @param leastPrivilege whether what admits more than is asked is named for the whole app
 * @param snapshot the VPC that the construct is in, where it exists. @default - what the Terraform says of it
 */
export function proveAtSynth(construct: Construct, snapshot?: NetworkSnapshot, leastPrivilege = false): void {
  if (snapshot !== undefined) keepNetwork(TerraformStack.of(construct), snapshot);
  const { root } = construct.node;
  if (!App.isApp(root)) return;
  if (leastPrivilege) strict.add(root);
  if (!proving.has(root)) {
    proving.add(root);
    root.node.addValidation({ validate: () => proveWritten(root) });
  }
  const stack = TerraformStack.of(construct);
  if (proving.has(stack) || !isTestApp(root)) return;
  proving.add(stack);
  stack.node.addValidation({ validate: () => report(resolvedTerraform(root)) });
}

/** `Testing.synth(stack, true)` runs the validations of one stack, and none of the app. */
function isTestApp(app: App): boolean {
  return app.node.tryGetContext("cdktfVersion") === "stubbed";
}

function proveWritten(app: App): string[] {
  const stacks = writtenTerraform(app);
  const paths = new ConstructPaths(stacks);
  const proof = proveReachability(stacks, {
    fixes: "library",
    openEgress: true,
    leastPrivilege: strict.has(app),
  });
  annotateProof(app, proof, paths);
  return reported(proofReport(proof, paths));
}

function report(stacks: readonly TerraformJson[]): string[] {
  return reported(proofReport(proveReachability(stacks, { fixes: "library" }), new ConstructPaths(stacks)));
}

function reported(text: string | undefined): string[] {
  return text === undefined ? [] : [text];
}
