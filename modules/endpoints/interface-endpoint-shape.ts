import { PROVIDER_PROPS } from "../internal/provider-props";
import { NETWORK } from "../network/network-shape";
import { POLICY_STATEMENT } from "../shapes/policy-statement-shape";
import { atLeast, either, flag, list, type MembersOf, object, record, required, text } from "../shapes/shape";
import type { CustomEndpointService, InterfaceEndpointProps } from "./interface-endpoint-props";

const CUSTOM_SERVICE = atLeast(
  {
    serviceName: required(text("com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0")),
    region: text("eu-west-1"),
    availabilityZones: list(text("eu-west-1a")),
  } satisfies MembersOf<CustomEndpointService>,
  '{ serviceName: "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0" }',
);

/** The shape of {@link InterfaceEndpointProps}. */
export const INTERFACE_ENDPOINT = object({
  network: required(NETWORK),
  service: required(either(text("logs"), CUSTOM_SERVICE)),
  securityGroupIds: required(list(text("sg-0a"))),
  subnets: list(text("private-a")),
  privateDnsEnabled: flag,
  privateDnsOnlyForInboundResolverEndpoint: flag,
  policy: list(POLICY_STATEMENT),
  tags: record(text("shop"), "Team"),
  ...PROVIDER_PROPS,
} satisfies MembersOf<InterfaceEndpointProps>);
