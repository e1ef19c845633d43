import { type Cidr, parseCidr } from "../../addressing/cidr";

/** IPv4 addresses from the first to the last one, as unsigned 32-bit numbers. A block is one. */
export interface AddressRange {
  readonly first: number;
  readonly last: number;
}

/** Every IPv4 address. */
export const EVERY_ADDRESS: Cidr = { first: 0, last: 2 ** 32 - 1, prefixLength: 0 };

/** What of a range none of some other ranges has. */
export function uncovered(range: AddressRange, by: readonly AddressRange[]): readonly AddressRange[] {
  const left: AddressRange[] = [];
  let next = range.first;
  for (const { first, last } of [...by].sort((a, b) => a.first - b.first)) {
    if (last < next) continue;
    if (first > range.last) break;
    if (first > next) left.push({ first: next, last: first - 1 });
    next = last + 1;
  }
  if (next <= range.last) left.push({ first: next, last: range.last });
  return left;
}

/** What of a range some other ranges have. */
export function covered(range: AddressRange, by: readonly AddressRange[]): readonly AddressRange[] {
  return uncovered(range, uncovered(range, by));
}

/** Blocks without public addresses. Source: https://www.iana.org/assignments/iana-ipv4-special-registry */
const NOT_PUBLIC: readonly AddressRange[] = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.168.0.0/16",
  "224.0.0.0/3",
].flatMap(rangeOfBlock);

/** Blocks of the public range that nobody's service has: for protocols, benchmarks and examples. Source: as above. */
const OF_NO_SERVICE: readonly AddressRange[] = [
  "192.0.0.0/24",
  "192.0.2.0/24",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
].flatMap(rangeOfBlock);

function rangeOfBlock(text: string): readonly AddressRange[] {
  const parsed = parseCidr(text);
  return "cidr" in parsed ? [parsed.cidr] : [];
}

/** The public addresses of a range. */
export function publicPart(range: AddressRange): readonly AddressRange[] {
  return uncovered(range, NOT_PUBLIC);
}

/** The addresses that services may have, of which AWS alone knows which ones its own have. */
export const SERVICE_ADDRESSES: readonly AddressRange[] = publicPart(EVERY_ADDRESS).flatMap((range) =>
  uncovered(range, OF_NO_SERVICE),
);
