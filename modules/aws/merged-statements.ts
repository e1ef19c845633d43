import { namedStatements } from "./named-statements";
import type { PolicyStatement } from "./policy-document";

/** A statement with what it is there for. */
export interface ReasonedStatement<Reason> extends PolicyStatement {
  readonly reasons: readonly Reason[];
}

/**
 * Statements that say the same of several roles or of several things as one, each under a name of its own: the first that has a
 * name keeps it, the second is `Logs2`. The order stays that in which they were given.
 */
export function mergedStatements(statements: readonly PolicyStatement[]): readonly PolicyStatement[] {
  return withoutReasons(mergedWithReasons(statements.map(withNone)));
}

/** The same for statements with their reasons, which come together. */
export function mergedWithReasons<Reason>(
  statements: readonly ReasonedStatement<Reason>[],
): readonly ReasonedStatement<Reason>[] {
  const byRole = merged(statements, whatOf, (one, other) => ({ ...one, conditions: bothRoles(one, other) }));
  const byThing = merged(byRole, whoOf, (one, other) => ({ ...one, resources: union(one.resources, other.resources) }));
  return namedStatements(byThing);
}

/** Statements of the same actions and conditions as one, for all of their roles and about all of their things: fewer, which admit more. */
export function mergedByActions(statements: readonly PolicyStatement[]): readonly PolicyStatement[] {
  const byActions = merged(statements.map(withNone), actionsOf, (one, other) => ({
    ...one,
    conditions: bothRoles(one, other),
    resources: union(one.resources, other.resources),
  }));
  return namedStatements(withoutReasons(byActions));
}

function withNone(statement: PolicyStatement): ReasonedStatement<never> {
  return { ...statement, reasons: [] };
}

function withoutReasons(statements: readonly ReasonedStatement<unknown>[]): readonly PolicyStatement[] {
  return statements.map(({ reasons: _none, ...statement }) => statement);
}

type Values = string | readonly string[];

/** Operator and key of the condition that says whose request it is. */
const [OPERATOR, KEY] = ["ArnLike", "aws:PrincipalArn"] as const;

function merged<Reason>(
  statements: readonly ReasonedStatement<Reason>[],
  keyOf: (statement: PolicyStatement) => string,
  join: (one: ReasonedStatement<Reason>, other: PolicyStatement) => ReasonedStatement<Reason>,
): readonly ReasonedStatement<Reason>[] {
  const found = new Map<string, ReasonedStatement<Reason>>();
  for (const statement of statements) {
    const { reasons, ...written } = statement;
    const key = keyOf(written);
    const known = found.get(key);
    const joined =
      known === undefined ? statement : { ...join(known, written), reasons: [...known.reasons, ...reasons] };
    found.set(key, joined);
  }
  return [...found.values()];
}

/** All but whose request it is, what it is about, and its name. */
function actionsOf({ sid: _name, resources, ...rest }: PolicyStatement): string {
  // One about nothing in particular stays that.
  return `${whatOf(rest)} ${resources === undefined || resources.includes("*")}`;
}

/** All but whose request it is. One of everybody is never one with one of a role. */
function whatOf({ conditions, ...rest }: PolicyStatement): string {
  const roles = rolesOf({ conditions });
  return JSON.stringify([rest, conditions, roles === undefined], (key, value: unknown) => (key === KEY ? null : value));
}

/** All but what it is about. */
function whoOf({ resources: _things, ...rest }: PolicyStatement): string {
  return JSON.stringify(rest);
}

function rolesOf({
  conditions,
}: {
  readonly conditions?: PolicyStatement["conditions"] | undefined;
}): Values | undefined {
  return conditions?.[OPERATOR]?.[KEY];
}

function bothRoles(one: PolicyStatement, other: PolicyStatement): NonNullable<PolicyStatement["conditions"]> {
  const roles = union(rolesOf(one), rolesOf(other));
  const [only] = roles;
  const value = roles.length === 1 && only !== undefined ? only : roles;
  if (roles.length === 0) return one.conditions ?? {};
  return { ...one.conditions, [OPERATOR]: { ...one.conditions?.[OPERATOR], [KEY]: value } };
}

function union(one: Values = [], other: Values = []): readonly string[] {
  return [...new Set([one, other].flat())];
}
