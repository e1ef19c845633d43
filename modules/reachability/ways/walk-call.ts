import type { ServiceCall } from "../calls/call";
import { checkPermissions } from "../checks/permissions";
import { type Step, type Walk, walk } from "./walk";

/** Walks the way of a call. Whichever that is, at its end the service asks whether the role may. */
export function walkCall<Call extends ServiceCall>(call: Call, steps: (call: Call) => readonly Step[]): Walk {
  return walk(call, [...steps(call), ["permissions", () => checkPermissions(call)]]);
}
