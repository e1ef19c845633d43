import { LARGEST_BLOCK, SMALLEST_BLOCK } from "../aws/limits";
import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";
import { type Cidr, parseCidr } from "./cidr";

/**
 * Reads the CIDR of a VPC or a subnet, and finds what is wrong with it.
 *
 * @param what what the block belongs to, for the message, for example `subnet "private-a"`
 * @returns the block, or `undefined` where the text is a token or is wrong
 */
export function* readVpcCidr(text: string, what: string, path: string): Generator<Issue, Cidr | undefined> {
  if (isUnresolved(text)) return undefined;
  const parsed = parseCidr(text);
  if (!("cidr" in parsed)) {
    yield parsed.problem === "misaligned"
      ? issue("cidr-misaligned", {
          path,
          problem: `the CIDR ${text} of ${what} has host bits set`,
          fix: `write ${parsed.aligned}`,
        })
      : issue("cidr-malformed", {
          path,
          problem: `"${text}" of ${what} is not an IPv4 CIDR`,
          fix: 'write a block such as "10.0.0.0/16"',
        });
    if (parsed.problem === "malformed") return undefined;
  }
  const prefixLength = Number(text.slice(text.indexOf("/") + 1));
  if (prefixLength < LARGEST_BLOCK || prefixLength > SMALLEST_BLOCK) {
    yield issue("cidr-size", {
      path,
      problem: `the CIDR ${text} of ${what} is too ${prefixLength < LARGEST_BLOCK ? "large" : "small"}`,
      why: `AWS takes blocks from /${LARGEST_BLOCK} to /${SMALLEST_BLOCK} for VPCs and subnets`,
      fix: `choose a prefix length from ${LARGEST_BLOCK} to ${SMALLEST_BLOCK}`,
    });
    return undefined;
  }
  return "cidr" in parsed ? parsed.cidr : undefined;
}
