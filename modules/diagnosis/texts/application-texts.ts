import { serviceOfAction } from "../../aws/endpoint-services/service-of-action";
import type { FailedCall } from "../causes/failed-call";
import { evidenceIn } from "../input/evidence";
import { hostsIn } from "../input/host-in-text";
import { type KnownText, PAGES } from "./known-text";
import { serviceOfOperation } from "./sdk-operation";

/** What an application calls: the service of the host or of the action that its SDK names. */
export function applicationCall(text: string): FailedCall | undefined {
  const { manner, action } = evidenceIn(text);
  if (manner === undefined || manner === "not-found") return undefined;
  const named = hostsIn(text).find(({ service }) => service !== undefined);
  const service =
    named?.service ?? serviceOfOperation(text) ?? (action === undefined ? undefined : serviceOfAction(action));
  if (service === undefined) return undefined;
  const actions = action === undefined ? [] : [action];
  const where =
    named === undefined ? {} : { host: named.host, ...(named.region === undefined ? {} : { region: named.region }) };
  return { services: [service], actions, by: "task-role", ...where };
}

/** What a log of a task that runs tells: a call of AWS's that did not arrive, or was refused. */
export const APPLICATION_TEXT: Omit<KnownText, "pattern" | "call"> = {
  name: "application",
  what: "the application's call does not arrive, or is refused",
  source: PAGES.denied,
  confidence: "derived",
};
