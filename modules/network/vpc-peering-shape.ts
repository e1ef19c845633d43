import { PROVIDER_PROPS } from "../internal/provider-props";
import { type MembersOf, object, record, required, text } from "../shapes/shape";
import { NETWORK } from "./network-shape";
import type { VpcPeeringProps } from "./vpc-peering-props";

/** The shape of {@link VpcPeeringProps}. */
export const VPC_PEERING = object({
  network: required(NETWORK),
  peer: required(NETWORK),
  tags: record(text("shop"), "Team"),
  ...PROVIDER_PROPS,
} satisfies MembersOf<VpcPeeringProps>);
