/**
 * How calls that no endpoint takes leave a network: by a NAT gateway, by an internet gateway, or by something else, whose
 * name stands in messages.
 *
 * @example const wayOut: WayOut = { name: "a proxy" };
 */
export type WayOut = "nat-gateway" | "internet-gateway" | { readonly name: string };

const IN_WORDS = { "nat-gateway": "a NAT gateway", "internet-gateway": "an internet gateway" } as const;

/** A way out as messages say it. Other text, which only a program that is not type-checked can have, stands for itself. */
export function wayOutInWords(wayOut: WayOut): string {
  if (typeof wayOut === "object") return wayOut.name;
  return Object.hasOwn(IN_WORDS, wayOut) ? IN_WORDS[wayOut] : wayOut;
}
