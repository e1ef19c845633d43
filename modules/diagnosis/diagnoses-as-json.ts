import type { Diagnosis, ExcludedCause, NamedCause, NetworkJudgement } from "./diagnosis";
import type { Manner, RefusingPolicy } from "./input/evidence";
import { WANTED_INPUT } from "./wanted-input";

/** The version of the form of diagnoses as JSON. It counts up where a program that reads it has to change; a further member is no such change. */
const DIAGNOSES_JSON_VERSION = 1;

/** Diagnoses as JSON. */
export interface DiagnosesJson {
  /** Version of this form. */
  readonly version: number;
  readonly verdict: "known" | "not-known";
  readonly failures: readonly FailureJson[];
  /** What would help; absent where something is known. */
  readonly wanted?: readonly { readonly what: string; readonly command: string }[];
}

/** A diagnosis as JSON. What is not told is absent. */
export interface FailureJson {
  readonly text: string;
  readonly what: string;
  readonly message: string;
  readonly place?: string;
  readonly count: number;
  readonly services: readonly string[];
  readonly actions: readonly string[];
  readonly by: "execution-role" | "task-role" | "deployment";
  readonly region?: string;
  readonly host?: string;
  readonly tasks: readonly string[];
  readonly evidence: {
    readonly manner?: Manner;
    readonly address?: string;
    readonly isPrivate?: boolean;
    readonly refusedBy?: RefusingPolicy;
    readonly action?: string;
    readonly isCut: boolean;
  };
  readonly causes: readonly NamedCause[];
  readonly excluded: readonly ExcludedCause[];
  readonly network?: NetworkJudgement;
  readonly source: string;
  readonly confidence: Diagnosis["confidence"];
}

/** Diagnoses as data that JSON can hold. */
export function diagnosesAsJson(diagnoses: readonly Diagnosis[]): DiagnosesJson {
  const isKnown = diagnoses.length > 0;
  return {
    version: DIAGNOSES_JSON_VERSION,
    verdict: isKnown ? "known" : "not-known",
    failures: diagnoses.map(failureAsJson),
    ...(isKnown ? {} : { wanted: WANTED_INPUT.map(([what, command]) => ({ what, command })) }),
  };
}

function failureAsJson({ call, evidence, placement: _placement, ...diagnosis }: Diagnosis): FailureJson {
  const { address, manner, refusedBy, action, isCut } = evidence;
  return {
    ...diagnosis,
    ...call,
    evidence: {
      ...(manner === undefined ? {} : { manner }),
      ...(address === undefined ? {} : address),
      ...(refusedBy === undefined ? {} : { refusedBy }),
      ...(action === undefined ? {} : { action }),
      isCut,
    },
  };
}
