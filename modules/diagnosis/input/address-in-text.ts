/** An address that was called. */
export interface CalledAddress {
  readonly address: string;
  /** Whether it is one of those that networks of their own use, as a VPC does. */
  readonly isPrivate: boolean;
}

/** An address with a port, and not that of a DNS server or of the side that calls. */
const IPV4 = /(?<![\d.])(?<! on )(\d{1,3}(?:\.\d{1,3}){3}):(\d{1,5})\b(?!\s*->)/g;
const IPV6 = /\[([0-9a-f:]+:[0-9a-f:]*)\]:(\d{1,5})\b(?!\s*->)/gi;

const DNS_PORT = "53";

/** Blocks for networks of their own. Source: https://www.rfc-editor.org/rfc/rfc1918 and rfc6598, rfc4193 */
const PRIVATE = /^(?:10\.|172\.(?:1[6-9]|2\d|3[01])\.|192\.168\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|f[cd])/i;

/** Addresses that lead to no other machine, or to Fargate's own. */
const LOCAL = /^(?:127\.|169\.254\.|0\.|::1$|fe80)/i;

/** The address that a text says was called. */
export function addressIn(text: string): CalledAddress | undefined {
  const found = [...text.matchAll(IPV4), ...text.matchAll(IPV6)].flatMap(([, address = "", port]) =>
    port === DNS_PORT || LOCAL.test(address) ? [] : address,
  );
  const [address] = found;
  return address === undefined ? undefined : { address, isPrivate: PRIVATE.test(address) };
}
