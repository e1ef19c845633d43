import { endpointServiceFacts } from "../aws/endpoint-services/endpoint-service-facts";
import { serviceOfHost } from "../aws/endpoint-services/service-of-host";
import type { Ask, AskFinding } from "./ask";
import type { AskContext } from "./ask-context";
import { asksToRegion } from "./asks-to-region";

/** Who sends something to a host. */
export interface Sender extends Pick<Ask, "rule" | "by" | "failure" | "path"> {
  /** For example `the log router's plugin "http"`. */
  readonly name: string;
}

/**
 * What sending to a host asks of the service that has it, which is also the one in FIPS mode: the host is named.
 *
 * @returns `undefined` for a host that is none of the catalog's
 */
export function asksToHost(
  host: string,
  { name, ...sender }: Sender,
  context: Pick<AskContext, "surroundings">,
): Iterable<AskFinding> | undefined {
  const found = serviceOfHost(host);
  if (found === undefined) return undefined;
  const { service, region } = found;
  const ask = { ...sender, service, text: `${name} sends to "${host}"`, asNamed: true } as const;
  return asksToRegion([ask], region, context, {
    name: `the host "${host}"`,
    fix: `send to ${endpointServiceFacts(service).title} in ${context.surroundings.region}`,
  });
}
