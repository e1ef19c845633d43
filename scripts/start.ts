import { TerraformStack } from "cdktf";
import { networksToCost } from "../modules/reachability/networks-to-cost";
import { proveReading, readDocuments } from "../modules/reachability/prove-reachability";
import { summarizeProof } from "../modules/reachability/report/summarize-proof";
import { writtenTerraform } from "../modules/validation/emitted-terraform";
import { RUN_CONTEXT } from "../stacks/run-context";
import { describeStack } from "./describe-stack";
import { readRunContext } from "./run-context";
import { stackCost } from "./stack-cost";

/** Synthesizes the stacks that cdktf.json asks for, as `cdktf synth` does, and shows what came out. */
async function start(): Promise<void> {
  const { context } = readRunContext(process.argv.slice(2), process.env, "cdktf.json");
  process.env[RUN_CONTEXT] = JSON.stringify(context);
  const { app } = await import("../main.js");
  const stacks = app.node.findAll().filter((node) => TerraformStack.isStack(node));
  const reading = readDocuments(writtenTerraform(app));
  const proof = proveReading(reading);
  const networks = networksToCost(reading, proof);
  const described = stacks.map((stack) => [describeStack(stack, app.outdir), ...stackCost(stack.node.id, networks)]);
  console.log(described.map((parts) => parts.join("\n\n")).join("\n\n"));
  console.log(`\n${summarizeProof(proof)}; how each call arrives: npm run check`);
  console.log("\nDeploy them into an emulated AWS account on this machine: npm run deploy:local");
}

/** A stack trace would only repeat the text of a ConfigurationError or of a validation that failed. */
function saysAll(error: unknown): boolean {
  return (
    error instanceof Error && (error.name === "ConfigurationError" || /^[\w-]* ?validation failed/i.test(error.message))
  );
}

start().catch((error: unknown) => {
  console.error(saysAll(error) ? `${error}` : error);
  process.exitCode = 1;
});
