import type { EndpointCall, ServiceCall, TaskSite } from "../calls/call";
import type { AddressRange } from "../model/address-range";
import type { ApiRequest } from "../model/api-request";
import { allKnown, type Fact, knownValue } from "../model/fact";
import type { Identity } from "../model/identity";
import { type SymbolicText, UNKNOWN_TEXT } from "../model/symbol";
import { symbolicText } from "../terraform/expressions/symbolic-text";

/** What a policy can ask about a request, besides action and resource. */
export interface RequestContext {
  readonly executionRole: SymbolicText;
  readonly taskRole: SymbolicText;
  readonly account: SymbolicText;
  readonly vpc: ThingOfRequest;
  readonly endpoint: ThingOfRequest;
  /** Whether it comes over TLS. @default - it does */
  readonly isEncrypted?: Fact<boolean>;
  /** ARN of the access point by which a file system is mounted; without one policies see none. @default - not known */
  readonly accessPoint?: SymbolicText | "none";
  /** Region of the service. @default - not known */
  readonly region?: string;
  /** Addresses that the task may have. @default - not known */
  readonly addresses?: readonly AddressRange[];
}

/** What a request comes through. */
export interface ThingOfRequest {
  /** Its id, as policies have it. */
  readonly id: SymbolicText;
  /** Whether it is created here, so that no id that is written down is its own. */
  readonly created: boolean;
}

/** What comes through nothing that is known. */
const NOTHING_KNOWN: ThingOfRequest = { id: UNKNOWN_TEXT, created: false };

/** What policies can ask about the requests of a call. Of one that no endpoint takes it is not known what it comes through. */
export function requestContext(call: ServiceCall | EndpointCall): RequestContext {
  const { subnets, region } = call;
  const context = { ...siteContext(call), ...(region === undefined ? {} : { region }) };
  if (!("endpoint" in call)) return context;
  const { endpoint } = call;
  const addresses = allKnown(subnets.map(({ cidrBlock }) => cidrBlock));
  return {
    ...context,
    ...(addresses.known ? { addresses: addresses.value } : {}),
    // The VPC of the endpoint, which need not be the task's. Source: IAM User Guide, "AWS global condition context keys".
    vpc: endpoint.vpc.known ? thing(endpoint.vpc.value, "aws_vpc") : NOTHING_KNOWN,
    endpoint: thing(endpoint.id, "aws_vpc_endpoint"),
  };
}

/** What policies can ask about whatever a task does. */
export function siteContext({ task }: TaskSite): RequestContext {
  const region = knownValue(task.region);
  return {
    ...(region === undefined ? {} : { region }),
    executionRole: task.executionRole,
    taskRole: task.taskRole,
    account: task.account,
    vpc: NOTHING_KNOWN,
    endpoint: NOTHING_KNOWN,
  };
}

/** The id of what is created is the reference to it. */
function thing({ kind, text }: Identity, type: string): ThingOfRequest {
  const created = kind === "created";
  return { id: created ? symbolicText({ kind: "reference", address: text, type, attribute: "id" }) : text, created };
}

/** A request in words. */
export function describeRequest({ action, resource }: ApiRequest): string {
  if (action === UNKNOWN_TEXT) return "whatever it is";
  return resource === "*" ? action : `${action} on ${resource}`;
}
