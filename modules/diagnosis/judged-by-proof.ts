import type { Proof } from "../reachability/model/proof";
import { type Verdict, worstOf } from "../reachability/model/verdict";
import { CAUSE_TABLE, isCauseName } from "./causes/cause-table";
import { inWords, wordsOf } from "./diagnose";
import type { Diagnosis, ExcludedCause, NamedCause, NetworkFinding } from "./diagnosis";
import { callsOf, networkFindings, type ProvedCall, tasksOf } from "./network-findings";

const HOLDS = "the network shows that it is not so";

/**
 * A diagnosis with what a proof tells of exactly that call: what is broken there comes first, what is shown to hold is no
 * cause, and where all holds, what runs is something else.
 *
 * @param isPlaced whether the task is one that was made of the input, which knows no other reason for its calls
 */
export function judgedByProof(diagnosis: Diagnosis, proof: Proof, isPlaced = false): Diagnosis {
  const tasks = tasksOf(proof, diagnosis);
  const calls = callsOf(tasks, diagnosis.call);
  const found = networkFindings(diagnosis, proof, tasks, calls);
  const findings = isPlaced ? found.map((each) => ({ ...each, why: `otherwise ${diagnosis.what}` })) : found;
  const network = { verdict: verdictOf(calls, findings), tasks: tasks.map(({ task }) => task), findings };
  const narrowed = { ...diagnosis, call: { ...diagnosis.call, services: calledOf(diagnosis, calls) }, network };
  return { ...narrowed, ...withCauses(narrowed, calls, findings) };
}

function verdictOf(calls: readonly ProvedCall[], findings: readonly NetworkFinding[]): Verdict | "not-called" {
  const found = worstOf([...findings.map(({ verdict }) => verdict), ...calls.map(({ call }) => call.verdict)]);
  return calls.length === 0 && findings.length === 0 ? "not-called" : found;
}

/** Of several services those that the tasks call. */
function calledOf({ call: { services } }: Diagnosis, calls: readonly ProvedCall[]): readonly string[] {
  const called = services.filter((service) => calls.some(({ call }) => call.service === service));
  return called.length === 0 ? services : called;
}

function withCauses(
  diagnosis: Diagnosis,
  calls: readonly ProvedCall[],
  findings: readonly NetworkFinding[],
): Pick<Diagnosis, "causes" | "excluded"> {
  const found = findings.filter(({ verdict, explains }) => verdict === "broken" && explains).map(foundCause);
  const names = new Set(found.map(({ cause }) => cause));
  const others = diagnosis.causes.filter(({ cause }) => !names.has(cause));
  const excluded: ExcludedCause[] = others.flatMap(({ cause }) =>
    isCauseName(cause) && stepVerdict(cause, calls) === "proved" ? { cause, because: HOLDS } : [],
  );
  const out = new Set<string>(excluded.map(({ cause }) => cause));
  const left = others.filter(({ cause }) => !out.has(cause));
  const open = left.toSorted((a, b) => openFirst(a, calls) - openFirst(b, calls));
  return {
    causes: [...found, ...differs(diagnosis, calls, found), ...open],
    excluded: [...diagnosis.excluded, ...excluded],
  };
}

/** A call that got no answer, and arrives in the network that was given. */
function differs(
  { call, evidence }: Diagnosis,
  calls: readonly ProvedCall[],
  found: readonly NamedCause[],
): readonly NamedCause[] {
  const isOfNetwork = evidence.manner === undefined || evidence.manner === "no-answer" || evidence.manner === "no-name";
  const arrives = calls.length > 0 && calls.every((each) => each.call.verdict === "proved");
  return isOfNetwork && arrives && found.length === 0 ? [inWords("network-differs", wordsOf(call))] : [];
}

function foundCause({ code, problem, why, fix, path }: NetworkFinding): NamedCause {
  const at = path === undefined ? {} : { at: path };
  return { cause: code, ...at, says: problem, tells: why, look: path ?? "private-fargate check", fix };
}

function openFirst({ cause }: NamedCause, calls: readonly ProvedCall[]): number {
  return isCauseName(cause) && stepVerdict(cause, calls) === "unknown" ? 0 : 1;
}

/** How the step at which a cause would show stands in all calls. @returns `undefined` where not all have it */
function stepVerdict(cause: keyof typeof CAUSE_TABLE, calls: readonly ProvedCall[]): Verdict | undefined {
  const { hop } = CAUSE_TABLE[cause];
  const steps = calls.map(({ call }) => call.hops.find((each) => each.hop === hop));
  const verdicts = steps.flatMap((step) => (step === undefined ? [] : step.verdict));
  return calls.length === 0 || verdicts.length < calls.length ? undefined : worstOf(verdicts);
}
