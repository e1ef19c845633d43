import { PROVIDER_PROPS } from "../internal/provider-props";
import { NETWORK } from "../network/network-shape";
import { anything, atLeast, list, type MembersOf, made, object, required } from "../shapes/shape";
import type { SpokeNetworkProps } from "./spoke-network-props";

const HUB = atLeast(
  {
    endpoints: required(atLeast({ ports: required(list(anything("443"))) }, "new VpcEndpoints(…)")),
    present: required(list(anything("{}"))),
    dependencies: required(list(anything("record"))),
    zoneIds: required(atLeast({ entries: required(made("() => []")) }, "new Map()")),
  },
  'new HubEndpoints(this, "hub", { network, services })',
);

const CONNECTION = atLeast(
  { dependencies: required(list(anything("route"))) },
  'new VpcPeering(this, "peering", { network, peer })',
);

/** The shape of {@link SpokeNetworkProps}. */
export const SPOKE_NETWORK = object({
  network: required(NETWORK),
  hub: required(HUB),
  connection: CONNECTION,
  ...PROVIDER_PROPS,
} satisfies MembersOf<SpokeNetworkProps>);
