import { ConfigurationError, type NatGateways, Peer } from "../modules";

/**
 * The NAT gateways of a number.
 *
 * @param zones how many zones there are
 * @throws {ConfigurationError} for a number between one and one for each zone, or beyond
 */
export function natGatewaysOf(count: number | undefined, zones: number): NatGateways | undefined {
  if (count === undefined || count === 0) return undefined;
  if (count === 1) return "one";
  if (count === zones) return "one-per-zone";
  throw new ConfigurationError('context "isolated-service" in cdktf.json', [
    {
      code: "setting-malformed",
      problem: `natGateways is ${count}`,
      why: "a subnet leaves by one NAT gateway: there is none, one for all zones, or one in each zone",
      fix: `write 0, 1${zones > 1 ? ` or ${zones}` : ""}`,
    },
  ]);
}

/** Who may connect, by name: the address blocks of IPv4, and with a colon those of IPv6. */
export function peersOf(cidrBlocks: readonly string[]): Record<string, Peer> {
  return Object.fromEntries(
    cidrBlocks.map((block) =>
      block.includes(":")
        ? [block === "::/0" ? "internet-ipv6" : nameOf(block), Peer.ipv6Cidr(block)]
        : [block === "0.0.0.0/0" ? "internet" : nameOf(block), Peer.cidr(block)],
    ),
  );
}

/** The block as a part of a resource address. */
function nameOf(cidrBlock: string): string {
  return cidrBlock.replaceAll(/[^0-9A-Za-z]/g, "-");
}
