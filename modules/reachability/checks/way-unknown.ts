import type { ServiceCall } from "../calls/call";
import { type Finding, open } from "./finding";
import { hostNamesOf } from "./host-name";

/** Whether the network has a way to the public addresses of a service is not known. */
export function wayUnknown(call: ServiceCall, because: string): Finding {
  return open({
    code: "way-out-unknown",
    what: `whether ${call.vpc.address} has a way to "${call.service}"`,
    because: `no endpoint answers for it, and ${because}`,
    assure: `the task reaches ${hostNamesOf(call)} on that way, or add an endpoint for "${call.service}"`,
    path: call.vpc.address,
  });
}
