import type { AskedEndpoint } from "../../planning/plan/union";
import type { DependencyProof } from "../model/proof";
import type { Walk } from "../ways/walk";

/** What is asked of a service, and its way. */
export interface AskedCall {
  readonly asked: AskedEndpoint;
  readonly walk: Walk;
}

/** Why it counts whether a call is made, as a clause. */
export function notProved({ service, issue }: DependencyProof): string {
  const because = issue === undefined ? "" : `: ${issue.problem}`;
  return `that it arrives at "${service}" is not proved${because}`;
}
