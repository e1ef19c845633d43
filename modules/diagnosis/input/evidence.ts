import { addressIn, type CalledAddress } from "./address-in-text";

/** How a failure shows itself: no answer came, the name led nowhere, the other side refused, or said that there is no such thing. */
export type Manner = "no-answer" | "no-name" | "refused" | "not-found";

/** The kind of policy that refused. */
export type RefusingPolicy = "endpoint-policy" | "role" | "resource-policy" | "organization";

/** What a message tells beside its words. */
export interface Evidence {
  /** @default - the text does not tell */
  readonly manner?: Manner;
  /** The address to which the call was made. @default - the text names none */
  readonly address?: CalledAddress;
  /** @default - the text names none */
  readonly refusedBy?: RefusingPolicy;
  /** The action of IAM that was refused. @default - the text names none */
  readonly action?: string;
  /** Whether the text seems to be cut. ECS keeps 255 characters of a reason. */
  readonly isCut: boolean;
}

const NO_NAME =
  /no such host|\blookup \S+(?: on \S+)?: |dial udp|server misbehaving|ENOTFOUND|EAI_AGAIN|name or service not known|temporary failure in name resolution|could not resolve|failed to resolve ['"]?(?:[\w-]+\.)?fs-|UnknownHostException|NameResolutionError|nodename nor servname/i;

/** Most of them are AWS's own list: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html */
const NO_ANSWER =
  /i\/o timeout|TLS handshake timeout|\btimed out\b|Client\.Timeout exceeded|request canceled while waiting|signal: killed|deadline exceeded|deadl\b|RequestCanceled|context canceled|connection issue between|ETIMEDOUT|ConnectTimeout|connect timeout|network is unreachable|no route to host|dial tcp|due to timeout|Check your (?:task )?network configuration|EndpointConnectionError|Could not connect to the endpoint|Unable to execute HTTP request|StatusCode: 0\b/i;

const REFUSED =
  /AccessDenied|UnauthorizedOperation|is not authorized to perform|\b403\b|Forbidden|access denied by server|has the permissions|Access to KMS is not allowed/i;

const NOT_FOUND =
  /\b404\b|NotFound(?:Exception)?\b|NoSuch(?:Key|Bucket)|does not exist|: not found|can't find|marked for deletion/i;

/** Each before those that its texts have as well. */
const MANNERS: readonly (readonly [pattern: RegExp, manner: Manner])[] = [
  [REFUSED, "refused"],
  [NO_NAME, "no-name"],
  [NOT_FOUND, "not-found"],
  [NO_ANSWER, "no-answer"],
];

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
const REFUSING: readonly (readonly [pattern: RegExp, policy: RefusingPolicy])[] = [
  [/VPC endpoint policy/i, "endpoint-policy"],
  [/identity-based policy|permissions boundary|session policy/i, "role"],
  [/resource-based policy/i, "resource-policy"],
  [/(?:service|resource) control policy/i, "organization"],
];

/** Longest reason that ECS keeps. Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Container.html */
const LONGEST_REASON = 255;

/** So many of them may be spaces that are not kept here. */
const SPACES = 4;

/** What a message tells beside its words. */
export function evidenceIn(text: string): Evidence {
  const manner = MANNERS.find(([pattern]) => pattern.test(text))?.[1];
  const refusedBy = manner === "refused" ? REFUSING.find(([pattern]) => pattern.test(text))?.[1] : undefined;
  const action = /not authorized to perform:? ["']?([a-z0-9-]+:[A-Za-z]+)/.exec(text)?.[1];
  const address = addressIn(text);
  return {
    ...(manner === undefined ? {} : { manner }),
    ...(address === undefined ? {} : { address }),
    ...(refusedBy === undefined ? {} : { refusedBy }),
    ...(action === undefined ? {} : { action }),
    isCut: /(?:\.{3}|…)$/.test(text) || (text.length <= LONGEST_REASON && text.length > LONGEST_REASON - SPACES),
  };
}
