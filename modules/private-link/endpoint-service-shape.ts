import { PROVIDER_PROPS } from "../internal/provider-props";
import { atLeast, flag, list, type MembersOf, object, record, required, text } from "../shapes/shape";
import type {
  ConnectionNotification,
  EndpointServiceLoadBalancer,
  EndpointServiceProps,
} from "./endpoint-service-props";

const LOAD_BALANCER = atLeast(
  {
    loadBalancerArn: required(text("arn:aws:…")),
    availabilityZones: list(text("eu-west-1a")),
    ipAddressType: text("ipv4"),
  } satisfies MembersOf<EndpointServiceLoadBalancer>,
  "balancer",
);

const NOTIFICATION = object({
  topicArn: required(text("arn:aws:…")),
  events: list(text("Connect")),
} satisfies MembersOf<ConnectionNotification>);

/** The shape of {@link EndpointServiceProps}. */
export const ENDPOINT_SERVICE = object({
  loadBalancers: required(list(LOAD_BALANCER)),
  allowedPrincipals: required(list(text("arn:aws:iam::123456789012:root"))),
  acceptanceRequired: flag,
  notification: NOTIFICATION,
  supportedRegions: list(text("eu-west-1")),
  supportedIpAddressTypes: list(text("ipv4")),
  privateDnsName: text("orders.example.com"),
  tags: record(text("shop"), "Team"),
  ...PROVIDER_PROPS,
} satisfies MembersOf<EndpointServiceProps>);
