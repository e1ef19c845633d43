import { cidrsOverlap, parseCidr } from "../../addressing/cidr";
import { type AddressRange, uncovered } from "../model/address-range";
import type { PolicyCondition } from "../model/policy";
import { UNKNOWN_TEXT } from "../model/symbol";
import { not, type Truth } from "../model/truth";
import type { RequestContext } from "./request-context";

/**
 * Whether a condition on the address of the caller holds. Through an endpoint a request has `aws:VpcSourceIp`, and no
 * `aws:SourceIp`.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html
 *
 * @returns `undefined` where the condition is about something else
 */
export function sourceAddressHolds(
  { operator, key, values }: PolicyCondition,
  { addresses, endpoint }: RequestContext,
): Truth | undefined {
  const [, negation, ifExists] = /^(Not)?IpAddress(IfExists)?$/.exec(operator) ?? [];
  if (!/^(?:Not)?IpAddress/.test(operator)) return undefined;
  const name = key.toLowerCase();
  // A condition on a key that a request does not have holds only where it is negated, or asks for no more.
  if (endpoint.id === UNKNOWN_TEXT) return "unknown";
  if (name === "aws:sourceip") return negation === undefined && ifExists === undefined ? "no" : "yes";
  if (name !== "aws:vpcsourceip" || addresses === undefined) return "unknown";
  const ranges = values.map(rangeOf);
  const known = ranges.filter((range) => range !== undefined);
  const isWithin = addresses.every((range) => uncovered(range, known).length === 0);
  const isTouched = addresses.some((address) => known.some((range) => cidrsOverlap(range, address)));
  const truth: Truth = isWithin ? "yes" : isTouched || known.length < ranges.length ? "unknown" : "no";
  return negation === undefined ? truth : not(truth);
}

/** A block, or one address. */
function rangeOf(text: string): AddressRange | undefined {
  const parsed = parseCidr(text.includes("/") ? text : `${text}/32`);
  return "cidr" in parsed ? parsed.cidr : undefined;
}
