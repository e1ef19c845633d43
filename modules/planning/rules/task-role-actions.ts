import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";
import { endpointServiceFacts } from "../../aws/endpoint-services/endpoint-service-facts";
import { serviceOfAction } from "../../aws/endpoint-services/service-of-action";
import { inEachLanguage } from "../../issues/fix";
import { issue } from "../../issues/issue";
import type { AskRule } from "./ask-rule";

/** Rights of the task role are a sign of what the application calls, but no proof. */
export const taskRoleActions: AskRule = {
  source: "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html",
  *asks({ task }) {
    // What a grant says of a key, the service that is called asks in the name of the task.
    const isOfGrant = task.grants?.some(({ key }) => key !== undefined) === true;
    const said = new Set<EndpointServiceName>(isOfGrant ? ["kms"] : []);
    for (const [index, { effect, actions }] of (task.taskRoleStatements ?? []).entries()) {
      if (effect === "Deny") continue;
      for (const action of actions) {
        const service = serviceOfAction(action);
        if (service === undefined || said.has(service)) continue;
        said.add(service);
        yield {
          hintAt: service,
          remark: issue("task-role-hint", {
            path: `taskRoleStatements[${index}]`,
            problem: `the task role may call "${action}", and no endpoint for "${service}" is planned`,
            why: `such calls go to ${endpointServiceFacts(service).title}, where they time out without an endpoint`,
            fix: inEachLanguage(({ uses }) => `if the application makes them, write ${uses(service)}`),
          }),
        };
      }
    }
  },
};
