import { existsSync, readFileSync } from "node:fs";
import { TerraformStack } from "cdktf";
import { describeStack } from "./describe-stack";

/** Synthesizes the stacks that cdktf.json asks for, as `cdktf synth` does, and shows what came out. */
async function start(): Promise<void> {
  process.env["CDKTF_CONTEXT_JSON"] ??= JSON.stringify(contextOf("cdktf.json"));
  const { app } = await import("../main.js");
  const stacks = app.node.findAll().filter((node) => TerraformStack.isStack(node));
  console.log(stacks.map((stack) => describeStack(stack, app.outdir)).join("\n\n"));
  console.log("\nDeploy them into an emulated AWS account on this machine: npm run deploy:local");
}

/** The context that cdktf-cli would hand to the app. */
function contextOf(file: string): unknown {
  const config: unknown = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  return typeof config === "object" && config !== null && "context" in config ? config.context : {};
}

start().catch((error: unknown) => {
  // A ConfigurationError says all there is to say; its stack only repeats it.
  console.error(error instanceof Error && error.name === "ConfigurationError" ? `${error}` : error);
  process.exitCode = 1;
});
