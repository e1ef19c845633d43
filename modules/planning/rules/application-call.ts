import type { Ask, AskFinding } from "../../asks/ask";
import { FAILURES } from "../../asks/failures";
import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";
import { endpointServiceFacts } from "../../aws/endpoint-services/endpoint-service-facts";
import { issue } from "../../issues/issue";

/** A call of the application, as the task declares it. */
export interface DeclaredCall extends Pick<Ask, "rule" | "path" | "requests"> {
  readonly service: EndpointServiceName;
  /** What it does there, to stand in brackets. @default - that is not said */
  readonly doing?: string;
}

/** What a declared call asks. The endpoint is the one that is named, also where Fargate is in FIPS mode. */
export function applicationAsk({ service, doing, ...call }: DeclaredCall): Ask {
  const text = `the application calls ${endpointServiceFacts(service).title}${doing === undefined ? "" : ` (${doing})`}`;
  return { ...call, service, by: "task-role", text, failure: FAILURES.application, asNamed: true };
}

/** What is worth saying of a service that is called. */
export function* remarksOnCall(service: EndpointServiceName, path: string): Generator<AskFinding> {
  if (service !== "sts" && service !== "sts-fips") return;
  yield {
    remark: issue("sts-global-host", {
      path,
      problem:
        "the endpoint for STS answers the Region's host name; whether it answers the global one is not confirmed",
      fix: "set AWS_STS_REGIONAL_ENDPOINTS=regional where the SDK is an old one",
    }),
  };
}
