import type { EndpointServiceName } from "./catalog";
import { isEndpointServiceName } from "./endpoint-service-facts";

/** Actions of IAM, and the endpoint that they go to. */
interface ActionRow {
  readonly prefix: string;
  /** Which of the operations. @default - all that no row before has */
  readonly operations?: RegExp;
  /** @default - they need no endpoint */
  readonly service?: EndpointServiceName;
  /** Other endpoints to which actions of the prefix go. */
  readonly others?: readonly EndpointServiceName[];
}

/**
 * Actions of IAM whose prefix is not the short name of the endpoint, the first match counting. Any other prefix is taken for the
 * short name itself.
 *
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const ACTIONS: readonly ActionRow[] = [
  { prefix: "elasticfilesystem", operations: /^Client/i },
  { prefix: "rds-db" },
  { prefix: "kinesis", service: "kinesis-streams" },
  { prefix: "firehose", service: "kinesis-firehose" },
  { prefix: "ecr", service: "ecr.api", others: ["ecr.dkr"] },
  { prefix: "cloudwatch", service: "monitoring" },
  { prefix: "aps", service: "aps-workspaces" },
  // Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html
  {
    prefix: "bedrock",
    operations: /^(?:Invoke(?:Model|Guardrail|\*)|Converse|ApplyGuardrail|CountTokens|(?:Get|List|Start)AsyncInvoke)/i,
    service: "bedrock-runtime",
    others: ["bedrock-agent", "bedrock-agent-runtime"],
  },
  { prefix: "servicediscovery", operations: /^Discover/i, service: "data-servicediscovery" },
];

/** The endpoint to which an action of IAM goes. @returns `undefined` where there is none, or it is not known */
export function serviceOfAction(action: string): EndpointServiceName | undefined {
  const [prefix = "", operation] = action.split(":");
  if (operation === undefined) return undefined;
  const name = prefix.toLowerCase();
  const row = ACTIONS.find((each) => each.prefix === name && each.operations?.test(operation) !== false);
  if (row !== undefined) return row.service;
  return isEndpointServiceName(name) ? name : undefined;
}

/** The prefix of the actions that go to an endpoint: of endpoints with several parts in their name the first one. */
export function actionPrefix(service: EndpointServiceName): string {
  const name = service.replace(/-fips(?=\.|$)/, "");
  const row = ACTIONS.find((each) => each.service === name || each.others?.some((other) => other === name) === true);
  return row?.prefix ?? name.replace(/\..*$/, "");
}
