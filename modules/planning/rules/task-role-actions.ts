import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";
import { endpointServiceFacts, isEndpointServiceName } from "../../aws/endpoint-services/endpoint-service-facts";
import { inEachLanguage } from "../../issues/fix";
import { issue } from "../../issues/issue";
import type { AskRule } from "./ask-rule";

/**
 * Actions of IAM whose prefix is not the short name of the endpoint, the first match counting; `undefined` where they need
 * no endpoint. Any other prefix is taken for the short name itself.
 */
const ENDPOINTS_OF_ACTIONS: readonly (readonly [action: RegExp, service: EndpointServiceName | undefined])[] = [
  [/^elasticfilesystem:Client/i, undefined],
  [/^rds-db:/i, undefined],
  [/^kinesis:/i, "kinesis-streams"],
  [/^firehose:/i, "kinesis-firehose"],
  [/^ecr:/i, "ecr.api"],
  [/^cloudwatch:/i, "monitoring"],
  [/^aps:/i, "aps-workspaces"],
  [/^bedrock:(?:Invoke(?:Model|\*)|Converse)/i, "bedrock-runtime"],
  [/^servicediscovery:Discover/i, "data-servicediscovery"],
];

/** Rights of the task role are a sign of what the application calls, but no proof. */
export const taskRoleActions: AskRule = {
  source: "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html",
  *asks({ task }) {
    const said = new Set<EndpointServiceName>();
    for (const [index, { effect, actions }] of (task.taskRoleStatements ?? []).entries()) {
      if (effect === "Deny") continue;
      for (const action of actions) {
        const service = serviceOf(action);
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

function serviceOf(action: string): EndpointServiceName | undefined {
  const known = ENDPOINTS_OF_ACTIONS.find(([pattern]) => pattern.test(action));
  if (known !== undefined) return known[1];
  const prefix = action.slice(0, Math.max(0, action.indexOf(":"))).toLowerCase();
  return isEndpointServiceName(prefix) ? prefix : undefined;
}
