import type { EndpointServiceName, PolicyStatement } from "../../../../modules";

/** A service that a task calls, and what it asks there; `undefined` where its definition does not show that. */
export interface Need {
  readonly service: EndpointServiceName;
  readonly asks?: readonly PolicyStatement[];
}

/** TCP ports of services that do not answer on 443. Sources: the SES and the Keyspaces developer guide. */
const PORTS: Readonly<Partial<Record<EndpointServiceName, readonly number[]>>> = {
  cassandra: [9142],
  "email-smtp": [25, 465, 587, 2465, 2587],
};

/** TCP ports of a service. */
export function portsOf(service: EndpointServiceName): readonly number[] {
  return PORTS[service] ?? [443];
}

/** Endpoints with a FIPS counterpart among those that a task's definition asks for. Source: AWS's list of endpoint services. */
const FIPS: Readonly<Partial<Record<EndpointServiceName, EndpointServiceName>>> = {
  "ecr.api": "ecr-fips.api",
  "ecr.dkr": "ecr-fips.dkr",
  "kinesis-streams": "kinesis-streams-fips",
  kms: "kms-fips",
  logs: "logs-fips",
  ssm: "ssm-fips",
};

/** What is called instead in FIPS mode. */
export function inFipsMode(need: Need): Need {
  return { ...need, service: FIPS[need.service] ?? need.service };
}

/** Services whose usual endpoint is a gateway. Source: the PrivateLink guide, "Gateway endpoints". */
const GATEWAYS: ReadonlySet<EndpointServiceName> = new Set(["s3", "dynamodb", "s3express"]);

/** Whether the usual endpoint of a service is a gateway. */
export function isGateway(service: EndpointServiceName): boolean {
  return GATEWAYS.has(service);
}

/** The services of needs, each once, sorted. */
export function servicesOf(needs: readonly Need[]): EndpointServiceName[] {
  return [...new Set(needs.map(({ service }) => service))].sort();
}

/**
 * The policy that admits just what is asked of a service.
 *
 * @returns `undefined` where what is asked is not shown
 */
export function leastPolicy(needs: readonly Need[], service: EndpointServiceName): PolicyStatement[] | undefined {
  const statements: PolicyStatement[] = [];
  for (const need of needs) {
    if (need.service !== service) continue;
    if (need.asks === undefined) return undefined;
    statements.push(...need.asks.map((asked) => ({ ...asked, principal: "*" as const })));
  }
  return statements;
}
