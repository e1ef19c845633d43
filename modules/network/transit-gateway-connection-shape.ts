import { PROVIDER_PROPS } from "../internal/provider-props";
import { atLeast, type MembersOf, object, record, required, text } from "../shapes/shape";
import { NETWORK } from "./network-shape";
import type { TransitGatewayConnectionProps } from "./transit-gateway-connection-props";

const GATEWAY = atLeast(
  {
    network: required(NETWORK),
    transitGateway: required(atLeast({ id: required(text("tgw-0a")) }, "new Ec2TransitGateway(…)")),
    attachedTransitGatewayId: required(text("tgw-0a")),
  },
  'new TransitGateway(this, "gateway", { network: hub })',
);

/** The shape of {@link TransitGatewayConnectionProps}. */
export const TRANSIT_GATEWAY_CONNECTION = object({
  network: required(NETWORK),
  gateway: required(GATEWAY),
  tags: record(text("shop"), "Team"),
  ...PROVIDER_PROPS,
} satisfies MembersOf<TransitGatewayConnectionProps>);
