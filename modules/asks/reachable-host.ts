import { isPort } from "../aws/limits";
import { isPending } from "../values/pending";
import type { Declared, OutsideCall } from "./ask";

/**
 * Whether a task reaches a host without leaving its VPC: it is the task itself, a private address, or declared. A declared
 * name stands for itself and for everything that ends in a dot and it.
 */
export function isReachableHost(host: string, reachableHosts: readonly string[] = []): boolean {
  const name = host.toLowerCase();
  if (isOwnHost(name) || isPrivateAddress(name)) return true;
  return reachableHosts.some((declared) => {
    if (isPending(declared)) return false;
    const suffix = declared.toLowerCase();
    return name === suffix || name.endsWith(`.${suffix}`);
  });
}

/**
 * Whether the internet surely has no such name, so that it is one of the VPC's, or leads nowhere: one without a dot, as Service
 * Connect has them, or one that is kept for private use.
 *
 * Sources: RFC 6762, RFC 8375, and of `.internal` the resolution of ICANN's board of 2024-07-29.
 */
export function isPrivateName(host: string): boolean {
  return /^[^.:]+$|\.(?:internal|local|home\.arpa)$/i.test(host);
}

/** A call to a host that the task reaches, unless that is the task itself. */
export function* declaredCall(call: OutsideCall & { readonly host: string }): Generator<Declared> {
  if (!isOwnHost(call.host.toLowerCase())) yield { outside: { ...call, declared: true } };
}

/** The task itself, or what Fargate puts beside it. */
function isOwnHost(name: string): boolean {
  return name === "localhost" || (isAddress(name) && /^(?:127|169\.254)\./.test(name));
}

/** An IPv4 address of a private network. */
function isPrivateAddress(name: string): boolean {
  return isAddress(name) && /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(name);
}

function isAddress(name: string): boolean {
  return /^\d+(?:\.\d+){3}$/.test(name);
}

/** The host of an address such as `"https://splunk.example.com:8088/services"`, or of a host with a port. */
export function hostOf(address: string): string {
  return address.replace(/^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?/i, "").replace(/[/:?#].*$/, "");
}

/** The port of an address: the one that it names, or the one of its scheme. Without either it is not said. */
export function portOf(address: string): { readonly port?: number } {
  const [, scheme, named] = /^(?:(https?):\/\/)?[^/:?#]+(?::(\d+))?/i.exec(address) ?? [];
  if (named !== undefined) return isPort(Number(named)) ? { port: Number(named) } : {};
  if (scheme === undefined) return {};
  return { port: scheme.toLowerCase() === "https" ? 443 : 80 };
}
