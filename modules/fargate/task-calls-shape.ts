import { PEER } from "../network/security-group-shape";
import { atLeast, either, flag, list, type MembersOf, number, object, record, required, text } from "../shapes/shape";
import type { CallableService, CalledHost, CalledPeer, CalledService } from "./task-calls";

const SERVICE = atLeast(
  {
    securityGroup: required(atLeast({ securityGroupId: required(text("sg-0a")) }, 'new SecurityGroup(this, "api", …)')),
    ports: required(list(number(8080))),
  } satisfies MembersOf<CallableService>,
  'new FargateService(this, "api", …)',
);

const OPTIONS = { description: text("orders asks prices") };

const CALLED_SERVICE = object(
  { service: required(SERVICE), port: number(8080), ...OPTIONS } satisfies MembersOf<CalledService>,
  "{ service: api }",
);

const CALLED_PEER = object({
  peer: required(PEER),
  port: required(number(5432)),
  openTheirs: flag,
  ...OPTIONS,
} satisfies MembersOf<CalledPeer>);

const CALLED_HOST = object({
  host: required(text("legacy.internal")),
  port: required(number(8443)),
  ...OPTIONS,
} satisfies MembersOf<CalledHost>);

/** The shape of calls by their names. */
export const TASK_CALLS = record(either(CALLED_SERVICE, CALLED_PEER, CALLED_HOST), "api");
