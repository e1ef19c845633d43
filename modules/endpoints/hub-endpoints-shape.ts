import { PROVIDER_PROPS } from "../internal/provider-props";
import { NETWORK } from "../network/network-shape";
import { type MembersOf, object, required, text } from "../shapes/shape";
import type { HubEndpointsProps } from "./hub-endpoints-props";
import { SERVICES } from "./vpc-endpoints-shape";

/** The shape of {@link HubEndpointsProps}. */
export const HUB_ENDPOINTS = object({
  network: required(NETWORK),
  services: required(SERVICES),
  policies: text("generated"),
  ...PROVIDER_PROPS,
} satisfies MembersOf<HubEndpointsProps>);
