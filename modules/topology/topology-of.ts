import { NetworkView } from "../reachability/model/network-view";
import type { Proof } from "../reachability/model/proof";
import { readLoadBalancers } from "../reachability/reading/read-load-balancers";
import { readNetworkModel } from "../reachability/reading/read-network-model";
import { readSaid } from "../reachability/reading/read-said";
import type { TerraformReading } from "../reachability/terraform/terraform-reading";
import { byCodeUnits } from "../text/code-units";
import { addLinks } from "./add-links";
import { addParts } from "./add-parts";
import { findingsOf } from "./findings-of";
import { Places, partsInOrder } from "./places";
import type { Topology } from "./topology";
import { waysOf } from "./ways-of";

/** The network of what was read, with the ways of the calls that were proved over it. */
export function topologyOf(reading: TerraformReading, proof?: Proof): Topology {
  const view = new NetworkView(readNetworkModel(reading));
  const { index } = readSaid(reading);
  const balancers = readLoadBalancers(index);
  const places = new Places(view, index);
  const parts = addParts(places, view, balancers, index);
  const { links, outside, passages } = addLinks(places, view, parts, balancers, index);
  const found = proof === undefined ? undefined : waysOf(proof, { places, view, index, parts, passages });
  const findings = proof === undefined ? [] : findingsOf(proof);
  const others = [...outside, ...(found?.outside ?? [])];
  return {
    ...(proof === undefined ? {} : { verdict: proof.verdict }),
    vpcs: places.vpcs(),
    outside: partsInOrder(new Map(others.map((part) => [part.id, part]))),
    ways: [...(found?.ways ?? [])].sort((a, b) => byCodeUnits(a.from, b.from) || byCodeUnits(a.service, b.service)),
    ...(findings.length === 0 ? {} : { findings }),
    links: [...links].sort((a, b) => byCodeUnits(a.from, b.from) || byCodeUnits(a.to, b.to)),
  };
}
