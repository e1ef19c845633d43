import type { Proof } from "../reachability/model/proof";
import { explainProof } from "../reachability/report/explain-proof";
import { proofAsJson } from "../reachability/report/proof-as-json";
import { proofAsMarkdown } from "../reachability/report/proof-as-markdown";
import { counted } from "../text/words";
import type { Renderers } from "./formats";

/** A folder of a configuration, and how many files of it were read, with those of its modules. */
export interface ReadFolder {
  readonly folder: string;
  readonly files: number;
}

/** A proof, and what was read for it. */
export interface CheckAnswer {
  readonly proof: Proof;
  readonly folders: readonly ReadFolder[];
}

/** How the answer of `check` is printed. Where a folder was read, which files are its own is not to be seen from its name. */
export const CHECK_RENDERERS: Renderers<CheckAnswer> = {
  text({ proof, folders }, options) {
    const text = explainProof(proof, options);
    return folders.length === 0 ? text : `${text}\n\n${folders.map(readLine).join("\n")}`;
  },
  json({ proof, folders }) {
    return { ...proofAsJson(proof), ...(folders.length === 0 ? {} : { read: folders }) };
  },
  markdown: ({ proof }, options) => proofAsMarkdown(proof, options),
};

function readLine({ folder, files }: ReadFolder): string {
  return `read ${counted(files, "file")} of ${folder}`;
}
