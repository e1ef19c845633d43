import { PROVIDER_PROPS } from "../internal/provider-props";
import { POLICY_STATEMENT } from "../shapes/policy-statement-shape";
import { anything, either, list, type MembersOf, object, record, required, text } from "../shapes/shape";
import type { ExistingNetworkProps, LookedUpEndpoint } from "./existing-network-props";
import { PEER } from "./security-group-shape";

/** A thing is found by its id or by its tags. */
const FOUND = { id: text("vpc-0123456789abcdef0"), tags: record(text("legacy"), "Name") };

const SUBNET = object({
  name: required(text("a")),
  tier: required(text("shared")),
  availabilityZone: required(text("eu-west-1a")),
  cidrBlock: text("172.20.1.0/24"),
  wayOut: anything('"nat-gateway"'),
  ...FOUND,
});

const ENDPOINT = object({
  service: required(text("logs")),
  type: text("Interface"),
  id: text("vpce-0123456789abcdef0"),
  subnets: list(text("a")),
  admits: list(PEER),
  policy: either(text("full-access"), list(POLICY_STATEMENT)),
} satisfies MembersOf<LookedUpEndpoint>);

/** The shape of {@link ExistingNetworkProps}. */
export const EXISTING_NETWORK = object({
  region: required(text("eu-west-1")),
  vpc: required(object(FOUND)),
  subnets: required(list(SUBNET)),
  endpoints: list(ENDPOINT),
  name: text("legacy"),
  domainNameServers: list(text("AmazonProvidedDNS")),
  networkAcls: text("allow-all"),
  wayOut: anything('"nat-gateway"'),
  ...PROVIDER_PROPS,
} satisfies MembersOf<ExistingNetworkProps>);
