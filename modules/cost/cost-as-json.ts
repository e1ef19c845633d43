import type { NetworkCost } from "./cost-of";
import { HOURS_OF_MONTH } from "./ways";

/** The version of the form of costs as JSON. It counts up where a program that reads it has to change; a further member is no such change. */
const COST_JSON_VERSION = 1;

/** Costs as JSON. */
export interface CostJson {
  /** Version of this form. */
  readonly version: number;
  readonly currency: "USD";
  readonly hoursOfMonth: number;
  readonly networks: readonly NetworkCost[];
}

export function costAsJson(networks: readonly NetworkCost[]): CostJson {
  return { version: COST_JSON_VERSION, currency: "USD", hoursOfMonth: HOURS_OF_MONTH, networks };
}
