/** An IPv4 address block, aligned: the address is the first one of the block. */
export interface Cidr {
  /** First address of the block, as an unsigned 32-bit number. */
  readonly first: number;
  /** Last address of the block, as an unsigned 32-bit number. */
  readonly last: number;
  /** Length of the network prefix in bits, 0 to 32. */
  readonly prefixLength: number;
}

/** What {@link parseCidr} found: a block, or why the text is none. `aligned` is the block that was probably meant. */
export type ParsedCidr =
  | { readonly cidr: Cidr }
  | { readonly problem: "malformed" }
  | { readonly problem: "misaligned"; readonly aligned: string };

/** Reads an IPv4 CIDR such as `"10.0.0.0/16"`. A block whose address has host bits is not rounded, but refused. */
export function parseCidr(text: string): ParsedCidr {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (match === null) return { problem: "malformed" };
  const [octets, prefixLength] = [match.slice(1, 5), Number(match[5])];
  if (octets.some((octet) => Number(octet) > 255 || String(Number(octet)) !== octet)) return { problem: "malformed" };
  if (prefixLength > 32 || String(prefixLength) !== match[5]) return { problem: "malformed" };
  const address = octets.reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const size = 2 ** (32 - prefixLength);
  const first = address - (address % size);
  const cidr = { first, last: first + size - 1, prefixLength };
  return address === first ? { cidr } : { problem: "misaligned", aligned: formatCidr(cidr) };
}

/** The usual notation of a block, for example `"10.0.0.0/16"`. */
export function formatCidr(cidr: Cidr): string {
  return `${formatAddress(cidr.first)}/${cidr.prefixLength}`;
}

/** The usual notation of an address, for example `"10.0.0.1"`. */
export function formatAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}

/** Whether every address of `inner` is in `outer`. */
export function containsCidr(outer: Cidr, inner: Cidr): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether two blocks, or two ranges of addresses, share an address. */
export function cidrsOverlap(a: Pick<Cidr, "first" | "last">, b: Pick<Cidr, "first" | "last">): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/**
 * The block number `index` among the blocks that are `newBits` bits smaller than `cidr`, as Terraform's `cidrsubnet`
 * counts them.
 *
 * @returns `undefined` where there is no such block
 */
export function cidrSubnet(cidr: Cidr, newBits: number, index: number): Cidr | undefined {
  const prefixLength = cidr.prefixLength + newBits;
  if (prefixLength > 32 || index < 0 || index >= 2 ** newBits) return undefined;
  const size = 2 ** (32 - prefixLength);
  const first = cidr.first + index * size;
  return { first, last: first + size - 1, prefixLength };
}
