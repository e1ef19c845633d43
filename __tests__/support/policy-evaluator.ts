/** One request, with concrete texts. */
export interface ConcreteRequest {
  readonly action: string;
  readonly resource: string;
  /** ARN of the role that signs it. @default - it shows no role */
  readonly role?: string;
}

interface WrittenStatement {
  readonly Effect: "Allow" | "Deny";
  readonly Principal: "*";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/**
 * Whether a policy of an endpoint admits a request, worked out without anything of the library: an Allow matches and no Deny does.
 * It knows the conditions that the library writes, and nothing else.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function admits(statements: readonly WrittenStatement[], request: ConcreteRequest): boolean {
  const matching = statements.filter((statement) => matches(statement, request));
  return matching.some(({ Effect }) => Effect === "Allow") && matching.every(({ Effect }) => Effect === "Allow");
}

function matches({ Principal, Action, Resource, Condition = {} }: WrittenStatement, request: ConcreteRequest): boolean {
  if (Principal !== "*") throw new Error(`a principal that is not everybody: ${JSON.stringify(Principal)}`);
  return (
    Action.some((pattern) => like(request.action.toLowerCase(), pattern.toLowerCase())) &&
    Resource.some((pattern) => like(request.resource, pattern)) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => conditionHolds(operator, key, [values].flat(), request)),
    )
  );
}

function conditionHolds(operator: string, key: string, values: readonly string[], { role }: ConcreteRequest): boolean {
  if (operator === "ArnLike" && key === "aws:PrincipalArn") {
    return role !== undefined && values.some((pattern) => like(role, pattern));
  }
  throw new Error(`${operator} on ${key} is not known here`);
}

/** A text against a pattern with `*` and `?`. */
function like(text: string, pattern: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "s").test(text);
}
