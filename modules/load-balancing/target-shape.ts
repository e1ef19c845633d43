import { awsName } from "../shapes/name-shape";
import { flag, list, type MembersOf, number, object, record, required, text } from "../shapes/shape";
import type { AlternateTargetOptions } from "./alternate-target";
import type { ApplicationTargetOptions } from "./application-load-balancer-props";
import type {
  ApplicationRouteOptions,
  ListenerRuleOptions,
  WeightedRouteOptions,
  WeightedTargetOptions,
} from "./application-route-props";
import type { HttpHealthCheck } from "./health-check";
import type { NetworkAddressTarget, NetworkInstanceTarget, NetworkServiceTarget } from "./network-load-balancer-props";
import type { StickySessions } from "./sticky-sessions";
import type { TargetGroupOptions } from "./target-group";

const HEALTH_CHECK = object({
  path: text("/health"),
  matcher: text("200-299"),
  port: number(8080),
  interval: number(30),
  timeout: number(5),
  healthyThreshold: number(3),
  unhealthyThreshold: number(3),
} satisfies MembersOf<HttpHealthCheck>);

const TARGET_GROUP = {
  port: required(number(8080)),
  healthCheck: HEALTH_CHECK,
  deregistrationDelay: number(300),
  targetGroupName: awsName("target-group", "orders"),
} satisfies MembersOf<TargetGroupOptions>;

const ALTERNATE = object({ testListener: text("test") } satisfies MembersOf<AlternateTargetOptions>);

const APPLICATION_TARGET_MEMBERS = {
  container: required(text("api")),
  stickySessions: object({ seconds: number(3600), cookieName: text("session") } satisfies MembersOf<StickySessions>),
  ...TARGET_GROUP,
} satisfies MembersOf<ApplicationTargetOptions>;

/** The shape of {@link ApplicationTargetOptions}. */
export const APPLICATION_TARGET = object(APPLICATION_TARGET_MEMBERS);

const RULE = {
  hosts: list(text("orders.example.com")),
  paths: list(text("/orders/*")),
  methods: list(text("GET")),
  headers: record(list(text("2")), "X-Version"),
  query: record(list(text("2")), "version"),
  sources: list(text("10.0.0.0/8")),
  listeners: list(text("https")),
  priority: number(10),
} satisfies MembersOf<ListenerRuleOptions>;

/** The shape of {@link ApplicationRouteOptions}. */
export const APPLICATION_ROUTE = object({
  ...APPLICATION_TARGET_MEMBERS,
  ...RULE,
  alternate: ALTERNATE,
} satisfies MembersOf<ApplicationRouteOptions>);

const WEIGHTED_TARGET = object({
  ...APPLICATION_TARGET_MEMBERS,
  weight: required(number(90)),
} satisfies MembersOf<WeightedTargetOptions>);

/** The shape of {@link WeightedRouteOptions}. */
export const WEIGHTED_ROUTE = object({
  targets: required(record(WEIGHTED_TARGET, "stable")),
  stickySeconds: number(3600),
  ...RULE,
} satisfies MembersOf<WeightedRouteOptions>);

const NETWORK_TARGET = { ...TARGET_GROUP, listener: text("https"), stickySessions: flag };

/** The shape of {@link NetworkServiceTarget}. */
export const NETWORK_SERVICE_TARGET = object({
  container: required(text("api")),
  alternate: ALTERNATE,
  ...NETWORK_TARGET,
} satisfies MembersOf<NetworkServiceTarget>);

/** The shape of {@link NetworkInstanceTarget}. */
export const NETWORK_INSTANCE_TARGET = object({
  instances: required(record(text("i-0123456789abcdef0"), "builder")),
  securityGroupId: required(text("sg-0a")),
  ...NETWORK_TARGET,
} satisfies MembersOf<NetworkInstanceTarget>);

/** The shape of {@link NetworkAddressTarget}. */
export const NETWORK_ADDRESS_TARGET = object({
  addresses: required(record(text("10.0.1.10"), "builder")),
  outsideVpc: flag,
  ...NETWORK_TARGET,
} satisfies MembersOf<NetworkAddressTarget>);
