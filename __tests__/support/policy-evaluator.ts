/** One request, with concrete texts. */
export interface ConcreteRequest {
  readonly action: string;
  readonly resource: string;
  /** ARN of the role that signs it. @default - it shows no role */
  readonly role?: string;
  /** Values of condition keys besides, for example `{ "aws:SourceVpc": ["vpc-1"] }`. @default - none */
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

interface WrittenStatement {
  readonly Effect: "Allow" | "Deny";
  /** @default - the policy is a role's */
  readonly Principal?: "*";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/**
 * Whether a policy of an endpoint or of a role admits a request, worked out without anything of the library: an Allow matches and no Deny does.
 * It knows the conditions that the library writes, and nothing else.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function admits(statements: readonly WrittenStatement[], request: ConcreteRequest): boolean {
  const matching = statements.filter((statement) => matches(statement, request));
  return matching.some(({ Effect }) => Effect === "Allow") && matching.every(({ Effect }) => Effect === "Allow");
}

function matches({ Principal, Action, Resource, Condition = {} }: WrittenStatement, request: ConcreteRequest): boolean {
  if (Principal !== undefined && Principal !== "*")
    throw new Error(`a principal that is not everybody: ${JSON.stringify(Principal)}`);
  return (
    Action.some((pattern) => like(request.action.toLowerCase(), pattern.toLowerCase())) &&
    Resource.some((pattern) => like(request.resource, pattern)) &&
    Object.entries(Condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) => conditionHolds(operator, key, [values].flat(), request)),
    )
  );
}

function conditionHolds(
  operator: string,
  key: string,
  values: readonly string[],
  { role, context = {} }: ConcreteRequest,
): boolean {
  if (operator === "ArnLike" && key === "aws:PrincipalArn") {
    return role !== undefined && values.some((pattern) => like(role, pattern));
  }
  if (operator === "StringEquals" || operator === "ForAnyValue:StringEquals") {
    return context[key]?.some((value) => values.includes(value)) === true;
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
