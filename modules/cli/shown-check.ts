import type { Proof } from "../reachability/model/proof";
import { explainProof } from "../reachability/report/explain-proof";
import { proofAsJson } from "../reachability/report/proof-as-json";
import { proofAsMarkdown } from "../reachability/report/proof-as-markdown";
import { summarizeProof } from "../reachability/report/summarize-proof";
import type { TerraformReading } from "../reachability/terraform/terraform-reading";
import { counted } from "../text/words";
import { findingsOfProof } from "./findings/findings-of-proof";
import { junit } from "./findings/junit";
import type { Locate } from "./findings/place";
import { sarif } from "./findings/sarif";
import { workflowCommands } from "./findings/workflow-commands";
import type { Renderers } from "./formats";
import type { ReadFolder } from "./input-files";
import { packageVersion } from "./package-version";

/** The forms in which the answer of `check` is printed. */
export const CHECK_FORMATS = ["text", "json", "markdown", "github", "sarif", "junit", "html"] as const;

/** A proof, and what was read for it. */
export interface CheckAnswer {
  readonly proof: Proof;
  /** What it was proved over. */
  readonly reading: TerraformReading;
  readonly folders: readonly ReadFolder[];
  /** Where what is found stands. */
  readonly locate: Locate;
}

/** How the answer of `check` is printed. Where a folder was read, which files are its own is not to be seen from its name. */
export const CHECK_RENDERERS: Renderers<CheckAnswer, (typeof CHECK_FORMATS)[number]> = {
  text({ proof, folders }, options) {
    const text = explainProof(proof, options);
    return folders.length === 0 ? text : `${text}\n\n${folders.map(readLine).join("\n")}`;
  },
  json({ proof, folders }) {
    return { ...proofAsJson(proof), ...(folders.length === 0 ? {} : { read: folders }) };
  },
  markdown: ({ proof }, options) => proofAsMarkdown(proof, options),
  github: ({ proof, locate }, style) => workflowCommands(summarizeProof(proof), findingsOfProof(proof), locate, style),
  sarif: ({ proof, locate }) => sarif(findingsOfProof(proof), locate, packageVersion()),
  junit: ({ proof }) => junit(proof),
  html: async ({ proof, reading }) => (await import("./network-commands.js")).checkAsHtml(proof, reading),
};

function readLine({ folder, files }: ReadFolder): string {
  return `read ${counted(files, "file")} of ${folder}`;
}
