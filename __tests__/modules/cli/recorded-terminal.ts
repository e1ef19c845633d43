import { runCommandLine } from "../../../modules/cli/run-command-line";
import type { Terminal } from "../../../modules/cli/terminal";
import type { ProofJson } from "../../../modules/reachability/report/proof-as-json";

/** What a run of the command left. */
export interface Recording {
  readonly exitCode: number;
  readonly answer: string;
  readonly error: string;
  /** The Markdown of the summary of a pipeline. @default - none was written */
  readonly summary?: string;
}

/** Runs the command in this process. */
export async function record(
  args: readonly string[],
  standardInput: string | Uint8Array = "",
  screen?: Terminal["screen"],
  announce?: Terminal["announce"],
): Promise<Recording> {
  let answer = "";
  let error = "";
  let summary = "";
  const exitCode = await runCommandLine(args, {
    ...(screen === undefined ? {} : { screen }),
    ...(announce === undefined ? {} : { announce }),
    writeAnswer: (text) => {
      answer += text;
    },
    writeError: (text) => {
      error += text;
    },
    writeSummary: (markdown) => {
      summary += markdown;
    },
    readStandardInput: async () => Buffer.from(standardInput),
  });
  return { exitCode, answer, error, ...(summary === "" ? {} : { summary }) };
}

/** Plans for a document on standard input, and gives what was printed as JSON. */
export function planned(document: unknown, ...args: readonly string[]) {
  return plannedText(JSON.stringify(document), ...args);
}

/** Plans for a text on standard input, and gives what was printed as JSON. */
export async function plannedText(text: string, ...args: readonly string[]) {
  const { exitCode, answer, error } = await record(["plan", "-", "--format", "json", ...args], text);
  if (error !== "") throw new Error(error);
  const plan: {
    readonly tasks: readonly { family: string }[];
    readonly endpoints: readonly {
      service: string;
      type: string;
      reasons: { rule: string; source: string; text: string }[];
    }[];
    readonly issues: readonly {
      code: string;
      severity: string;
      problem: string;
      why: string;
      fix: string;
      path?: string;
    }[];
  } = JSON.parse(answer);
  return { exitCode, ...plan, services: plan.endpoints.map(({ service }) => service) };
}

/** Checks Terraform JSON on standard input, and gives what was printed as JSON. */
export async function checked(json: unknown): Promise<ProofJson & { readonly exitCode: number }> {
  const { exitCode, answer, error } = await record(["check", "-", "--format", "json"], JSON.stringify(json));
  if (error !== "") throw new Error(error);
  const proof: ProofJson = JSON.parse(answer);
  return { exitCode, ...proof };
}
