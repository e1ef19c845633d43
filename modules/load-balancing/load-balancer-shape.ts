import { PROVIDER_PROPS } from "../internal/provider-props";
import { NETWORK } from "../network/network-shape";
import { PEER } from "../network/security-group-shape";
import { atLeast, flag, list, type MembersOf, number, object, record, required, text } from "../shapes/shape";
import type { ApplicationLoadBalancerProps } from "./application-load-balancer-props";
import type { FixedResponse } from "./fixed-response";
import type { LoadBalancerProps } from "./load-balancer-props";
import type { LogBucket } from "./log-bucket";
import type { NetworkLoadBalancerProps } from "./network-load-balancer-props";

const LOAD_BALANCER = {
  network: required(NETWORK),
  ingress: required(record(PEER, "office")),
  scheme: text("internal"),
  subnets: list(text("public-a")),
  ipAddressType: text("dualstack"),
  name: text("orders"),
  deletionProtection: flag,
  tags: record(text("shop"), "Team"),
  ...PROVIDER_PROPS,
} satisfies MembersOf<LoadBalancerProps>;

const LISTENER = atLeast({ kind: required(text("http")), port: required(number(80)) }, "Listener.http()");

const LOG_BUCKET = object({ bucket: required(text("my-logs")), prefix: text("shop") } satisfies MembersOf<LogBucket>);

const FIXED_RESPONSE = object({
  statusCode: number(404),
  contentType: text("text/plain"),
  body: text("not found"),
} satisfies MembersOf<FixedResponse>);

/** The shape of {@link ApplicationLoadBalancerProps}. */
export const APPLICATION_LOAD_BALANCER = object({
  ...LOAD_BALANCER,
  listeners: record(LISTENER, "http"),
  otherwise: FIXED_RESPONSE,
  idleTimeout: number(120),
  accessLogs: LOG_BUCKET,
  connectionLogs: LOG_BUCKET,
} satisfies MembersOf<ApplicationLoadBalancerProps>);

/** The shape of {@link NetworkLoadBalancerProps}. */
export const NETWORK_LOAD_BALANCER = object({
  ...LOAD_BALANCER,
  listeners: required(record(number(443), "https")),
  ingressAppliesToPrivateLink: flag,
  idleTimeout: number(350),
  crossZone: flag,
} satisfies MembersOf<NetworkLoadBalancerProps>);
