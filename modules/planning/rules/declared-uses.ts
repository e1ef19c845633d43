import { isEndpointServiceName } from "../../aws/endpoint-services/endpoint-service-facts";
import { unknownServiceIssue } from "../../issues/unknown-service-issue";
import { applicationAsk, remarksOnCall } from "./application-call";
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
      yield applicationAsk({ rule: "declared-use", service, path });
      yield* remarksOnCall(service, path);
    }
  },
};
