import type { LbListenerRuleCondition } from "@cdktf/provider-aws/lib/lb-listener-rule";

/**
 * Which requests a rule takes. All conditions that are given must hold; of the values of one, one must. In hosts, paths, headers
 * and query strings `*` stands for any characters and `?` for one. A rule takes five values at most.
 */
export interface ListenerRuleConditions {
  /** Host names, for example `"orders.example.com"` or `"*.example.com"`. @default - any */
  readonly hosts?: readonly string[];
  /** Paths, for example `"/orders/*"`, in which upper and lower case differ. @default - any */
  readonly paths?: readonly string[];
  /** Methods of HTTP, for example `"GET"`. @default - any */
  readonly methods?: readonly string[];
  /** Values of headers by their names, for example `{ "X-Version": ["2"] }`. @default - any */
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  /** Values of the query string by their keys, for example `{ version: ["2"] }`. @default - any */
  readonly query?: Readonly<Record<string, readonly string[]>>;
  /** Blocks from which the request comes, for example `"10.0.0.0/8"`. @default - any */
  readonly sources?: readonly string[];
}

/** What of a request is compared. */
export type ConditionField = "hosts" | "paths" | "methods" | "headers" | "query" | "sources";

/** One condition: what of a request, and the values of which one must match. */
export interface RuleCondition {
  readonly field: ConditionField;
  /** The header, or the key of the query string. @default - the field has no name */
  readonly name?: string;
  /** Where it is written, for example `headers.X-Version`. */
  readonly path: string;
  readonly values: readonly string[];
}

/** The conditions one by one. */
export function ruleConditions(rule: ListenerRuleConditions): readonly RuleCondition[] {
  const { headers = {}, query = {} } = rule;
  const whole = (["hosts", "paths", "methods", "sources"] as const).flatMap((field) => {
    const values = rule[field];
    return values === undefined ? [] : { field, path: field, values };
  });
  const named = (["headers", "query"] as const).flatMap((field) =>
    Object.entries(field === "headers" ? headers : query).map(([name, values]) => ({
      field,
      name,
      path: `${field}.${name}`,
      values,
    })),
  );
  return [...whole, ...named];
}

/** The conditions as Terraform writes them. */
export function conditionAttributes(rule: ListenerRuleConditions): LbListenerRuleCondition[] {
  return ruleConditions(rule).map(attributesOf);
}

function attributesOf({ field, name = "", values: given }: RuleCondition): LbListenerRuleCondition {
  const values = [...given];
  switch (field) {
    case "hosts":
      return { hostHeader: { values } };
    case "paths":
      return { pathPattern: { values } };
    case "methods":
      return { httpRequestMethod: { values } };
    case "sources":
      return { sourceIp: { values } };
    case "headers":
      return { httpHeader: { httpHeaderName: name, values } };
    case "query":
      return { queryString: values.map((value) => ({ key: name, value })) };
  }
}
