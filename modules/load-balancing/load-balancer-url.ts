import type { Listener } from "./listener";
import { numberAsText } from "./number-as-text";

/** Where clients find the load balancer. */
export function urlOf(dnsName: string, listeners: readonly Listener[]): string {
  const listener = listeners.find(({ kind }) => kind === "https") ?? listeners.find(({ kind }) => kind === "http");
  const [scheme, usual] = listener?.kind === "https" ? ["https", 443] : ["http", 80];
  return `${scheme}://${dnsName}${listener === undefined || listener.port === usual ? "" : `:${numberAsText(listener.port)}`}`;
}
