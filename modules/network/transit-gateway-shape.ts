import { PROVIDER_PROPS } from "../internal/provider-props";
import { type MembersOf, object, record, required, text } from "../shapes/shape";
import { NETWORK } from "./network-shape";
import type { TransitGatewayProps } from "./transit-gateway-props";

/** The shape of {@link TransitGatewayProps}. */
export const TRANSIT_GATEWAY = object({
  network: required(NETWORK),
  tags: record(text("shop"), "Team"),
  ...PROVIDER_PROPS,
} satisfies MembersOf<TransitGatewayProps>);
