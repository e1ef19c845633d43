import fc from "fast-check";
import { type Cidr, parseCidr } from "../../modules/addressing/cidr";

/** The block that a text means. */
export function cidr(text: string): Cidr {
  const parsed = parseCidr(text);
  if (!("cidr" in parsed)) throw new Error(`${text} is ${parsed.problem}`);
  return parsed.cidr;
}

/** Any aligned block with a prefix length in a range. */
export function anyCidr(min: number, max: number): fc.Arbitrary<Cidr> {
  return fc.tuple(fc.nat(0xffff_ffff), fc.integer({ min, max })).map(([address, prefixLength]) => {
    const size = 2 ** (32 - prefixLength);
    const first = Math.floor(address / size) * size;
    return { first, last: first + size - 1, prefixLength };
  });
}
