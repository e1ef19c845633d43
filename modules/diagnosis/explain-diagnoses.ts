import { fillLines } from "../text/fill-lines";
import { piecesOf } from "../text/pieces";
import type { ReadingOptions } from "../text/reading-options";
import { counted } from "../text/words";
import type { Diagnosis, ExcludedCause, NamedCause } from "./diagnosis";
import { evidenceInWords } from "./evidence-in-words";
import { explainNetwork } from "./explain-network";
import { WANTED_INPUT } from "./wanted-input";

/** So many causes are told in full where the answer is brief. */
export const TOLD_IN_BRIEF = 3;

/** Diagnoses as text: the call that failed first, then why, the likeliest first. */
export function explainDiagnoses(diagnoses: readonly Diagnosis[], options: ReadingOptions = {}): string {
  if (diagnoses.length === 0) return explainNothing(options);
  return diagnoses.map((each) => explain(each, options).join("\n")).join("\n\n");
}

function explainNothing(options: ReadingOptions): string {
  return [
    ...line("", "not known: nothing here is a message that tells why a Fargate task failed", options),
    "",
    "What would help:",
    ...WANTED_INPUT.flatMap(([what, command]) => [...line("  ", what, options), `    ${command}`]),
  ].join("\n");
}

function explain(diagnosis: Diagnosis, options: ReadingOptions): string[] {
  const { excluded, evidence, message, place, source, confidence, network } = diagnosis;
  const shown = new Set<string>(network?.findings.map(({ code }) => code));
  const causes = diagnosis.causes.filter(({ cause }) => !shown.has(cause));
  const isFound = network?.findings.some(({ verdict, explains }) => verdict === "broken" && explains) === true;
  const told = options.brief === true ? causes.slice(0, isFound ? 0 : TOLD_IN_BRIEF) : causes;
  const others = causes.slice(told.length);
  return [
    ...line("", failureInALine(diagnosis), options),
    ...(network === undefined ? [] : explainNetwork(network, diagnosis, options)),
    ...line("  message: ", place === undefined ? message : `${place}: ${message}`, options),
    ...evidenceInWords(evidence).flatMap((text) => line("  shows: ", text, options)),
    ...told.flatMap((cause, index) => explainCause(cause, index + 1, options)),
    ...(others.length === 0 || isFound ? [] : line("  or: ", others.map(({ cause }) => cause).join(", "), options)),
    ...(excluded.length === 0 ? [] : line("  not: ", excludedTogether(excluded), options)),
    ...line("  source: ", `${source} (${confidence})`, options),
  ];
}

/** The call that failed, in a line. */
export function failureInALine({ what, call, count }: Diagnosis): string {
  const { services, actions, region, host } = call;
  const [first] = services;
  const details = [
    ...(host === undefined || host === first ? [] : [host]),
    ...actions,
    ...(region === undefined ? [] : [region]),
  ];
  const named =
    services.length > 1
      ? `${services.slice(0, -1).join(", ")} or ${services.at(-1)}: `
      : first === undefined
        ? ""
        : `${first}: `;
  const times = count === 1 ? "" : `, ${counted(count, "time")}`;
  return `${named}${what}${details.length === 0 ? "" : ` (${details.join(", ")})`}${times}`;
}

function explainCause(
  { cause, says, tells, look, fix }: NamedCause,
  number: number,
  options: ReadingOptions,
): string[] {
  return [
    ...line(`  ${number}. `, `${cause}: ${says}`, options),
    ...line("     tells: ", tells, options),
    // A command stays on a line, so that it can be copied.
    `     look: ${look}`,
    ...line("     fix: ", fix, options),
  ];
}

/** Causes that are excluded for one reason, together. */
function excludedTogether(excluded: readonly ExcludedCause[]): string {
  const reasons = [...new Set(excluded.map(({ because }) => because))];
  return reasons
    .map((reason) => {
      const causes = excluded.filter(({ because }) => because === reason).map(({ cause }) => cause);
      return `${causes.join(", ")} (${reason})`;
    })
    .join("; ");
}

function line(start: string, text: string, { width }: ReadingOptions): string[] {
  return fillLines(start, piecesOf(text), undefined, width);
}
