import { FAILURES } from "../../asks/failures";
import { endpointServiceFacts, isEndpointServiceName } from "../../aws/endpoint-services/endpoint-service-facts";
import { issue } from "../../issues/issue";
import { unknownServiceIssue } from "../../issues/unknown-service-issue";
import type { AskRule } from "./ask-rule";

/** What the application calls, as the task declares it. A service without PrivateLink cannot be reached. */
export const declaredUses: AskRule = {
  source: "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html",
  *asks({ task }) {
    for (const [index, service] of (task.uses ?? []).entries()) {
      const path = `uses[${index}]`;
      if (!isEndpointServiceName(service)) {
        yield { unreachable: unknownServiceIssue(service, path) };
        continue;
      }
      const text = `the application calls ${endpointServiceFacts(service).title}`;
      const failure = FAILURES.application;
      yield { rule: "declared-use", service, by: "task-role", text, failure, path, asNamed: true };
      if (service === "sts" || service === "sts-fips") yield { remark: regionalHostNote(path) };
    }
  },
};

function regionalHostNote(path: string) {
  return issue("sts-global-host", {
    path,
    problem: "the endpoint for STS answers the Region's host name; whether it answers the global one is not confirmed",
    fix: "set AWS_STS_REGIONAL_ENDPOINTS=regional where the SDK is an old one",
  });
}
