import type { EndpointServiceName } from "../aws/endpoint-services/catalog";
import { actionPrefix } from "../aws/endpoint-services/service-of-action";
import type { PolicyStatement } from "../aws/policy-document";
import type { Ask, AskedRequest, Asker } from "./ask";
import type { RightTo } from "./role-statements";

/** A statement of the policy of an endpoint. */
export type EndpointStatement = PolicyStatement & { readonly resources: readonly string[] };

/** How what an ask knows is written down. */
export interface AskWriting {
  /** What a request is about. */
  readonly rightTo: (request: AskedRequest) => RightTo;
  /** ARN of a role, or a pattern of it. */
  readonly arnOf: (role: RoleAsker) => string;
}

/** Who asks with a role that is somebody's own. */
export type RoleAsker = Exclude<Asker, "ecr" | "anonymous">;

/**
 * What the policy of an endpoint has to admit of what is asked: a statement for each request, for the role that makes it alone.
 * Of a call of which no request is known everything is admitted that its role may do.
 *
 * Who asks is a condition and not the principal, because the policy of a gateway endpoint takes no other principal than
 * `"*"`, and because it may name a role that another stack creates later.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html
 */
export function endpointStatements(
  asks: Iterable<Ask>,
  service: EndpointServiceName,
  writing: AskWriting,
): EndpointStatement[] {
  return Array.from(askedStatements(asks, service, writing), ({ statement }) => statement);
}

/** The same statements, each with the ask that is its reason. */
export function* askedStatements(
  asks: Iterable<Ask>,
  service: EndpointServiceName,
  { rightTo, arnOf }: AskWriting,
): Generator<{ readonly ask: Ask; readonly statement: EndpointStatement }> {
  for (const ask of asks) {
    if (!arrivesAt(service, ask)) continue;
    for (const request of ask.requests ?? [anyRequest(service)]) {
      // What the service asks of KMS does not come through an endpoint of the VPC.
      if (request.ofKey === true) continue;
      const { actions, granted = actions } = request;
      const { resources, conditions } = rightTo(request);
      const statement: EndpointStatement = {
        sid: request.sid ?? sidOf(ask.rule),
        principal: "*",
        actions: granted,
        resources,
        ...withAsker(conditions, ask.by === "ecr" || ask.by === "anonymous" ? undefined : arnOf(ask.by)),
      };
      yield { ask, statement };
    }
  }
}

/**
 * What the policy of an endpoint has to admit of a role's own statements: those of their actions that go to its service.
 *
 * @param arn ARN of the role, or a pattern of it
 */
export function statementsThrough(
  statements: readonly PolicyStatement[],
  service: EndpointServiceName,
  arn: string,
): EndpointStatement[] {
  const prefix = `${actionPrefix(service)}:`;
  return statements.flatMap(({ effect, sid = "TaskRole", actions, resources = ["*"], conditions }) => {
    const through = actions.filter((action) => action === "*" || action.toLowerCase().startsWith(prefix));
    if (effect === "Deny" || through.length === 0) return [];
    return [{ sid, principal: "*" as const, actions: through, resources, ...withAsker(conditions, arn) }];
  });
}

/** AWS advises one policy for the two endpoints of ECR: https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html */
function arrivesAt(service: EndpointServiceName, ask: Ask): boolean {
  if (ask.withoutEndpoint === true) return false;
  return ask.service === service || (actionPrefix(ask.service) === "ecr" && actionPrefix(service) === "ecr");
}

function anyRequest(service: EndpointServiceName): AskedRequest {
  return { actions: [`${actionPrefix(service)}:*`], on: { kind: "everything" } };
}

function withAsker(conditions: PolicyStatement["conditions"], arn: string | undefined) {
  if (arn === undefined) return conditions === undefined ? {} : { conditions };
  return {
    conditions: { ...conditions, ArnLike: { ...conditions?.["ArnLike"], "aws:PrincipalArn": arn } },
  };
}

/** `ecr-pull` becomes `EcrPull`: the id of a statement is letters and digits. */
function sidOf(rule: string): string {
  return rule.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
