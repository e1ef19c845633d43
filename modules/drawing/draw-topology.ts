import type { Topology } from "../topology/topology";
import { laidOut } from "./laid-out";
import { render } from "./render";
import { wordFor } from "./svg-text";

/** How a picture is drawn. */
export interface DrawOptions {
  /**
   * What the ids in the SVG begin with. Two pictures of the same VPCs in one page need one each. It begins with a letter and
   * consists of letters, digits and `-`.
   *
   * @default - made of the addresses of the VPCs: it stays while the network changes
   */
  readonly idPrefix?: string;
}

/**
 * A picture of a network as SVG: light or dark as its reader prefers, with all of it in words for who does not see it. The same
 * network gives the same text, and each id is made of an address, so that a difference of two pictures is one of the networks.
 */
export function drawTopology(topology: Topology, options: DrawOptions = {}): string {
  const addresses = topology.vpcs.map(({ address }) => address).join("\n");
  return render(laidOut(topology), options.idPrefix ?? `network-${wordFor(addresses)}`);
}
