import { isPending } from "../values/pending";

/**
 * Whether a task reaches a host without leaving its VPC: it is the task itself, a private address, or declared. A declared
 * name stands for itself and for everything that ends in a dot and it.
 */
export function isReachableHost(host: string, reachableHosts: readonly string[] = []): boolean {
  const name = host.toLowerCase();
  if (name === "localhost" || isPrivateAddress(name)) return true;
  return reachableHosts.some((declared) => {
    if (isPending(declared)) return false;
    const suffix = declared.toLowerCase();
    return name === suffix || name.endsWith(`.${suffix}`);
  });
}

/** An IPv4 address of a private network, of the machine itself, or link-local. */
function isPrivateAddress(name: string): boolean {
  return /^\d+(?:\.\d+){3}$/.test(name) && /^(?:127|10|192\.168|172\.(?:1[6-9]|2\d|3[01])|169\.254)\./.test(name);
}

/** The host of an address such as `"https://splunk.example.com:8088/services"`, or of a host with a port. */
export function hostOf(address: string): string {
  return address.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").replace(/[/:?#].*$/, "");
}
