import { isUnresolved } from "../values/unresolved";
import { LONGEST_ENDPOINT_POLICY } from "./limits";
import { mergedByActions } from "./merged-statements";
import { type PolicyStatement, policyDocument } from "./policy-document";

/**
 * Statements as they are where the policy of an endpoint has room for them, else those of the same actions as one, for all of their roles
 * and about all of their things together: another role's thing is admitted then, another action, role or thing still is not.
 */
export function fittingStatements(statements: readonly PolicyStatement[]): readonly PolicyStatement[] {
  return lengthOf(statements) <= LONGEST_ENDPOINT_POLICY ? statements : mergedByActions(statements);
}

/** Characters of an ARN, and of an account, that Terraform fills in. */
const FILLED_IN = { arn: 100, part: 20 } as const;

/** How long the policy will be, with a guess for what Terraform fills in. */
function lengthOf(statements: readonly PolicyStatement[]): number {
  const document: unknown = JSON.parse(policyDocument(statements));
  const written = JSON.stringify(document, (_key, value: unknown) =>
    typeof value === "string" && isUnresolved(value) ? filledIn(value) : value,
  );
  return written.length;
}

function filledIn(text: string): string {
  const isWhole = /^\$\{[^}]*\}$/.test(text);
  return text.replaceAll(/\$\{[^}]*\}/g, "x".repeat(isWhole ? FILLED_IN.arn : FILLED_IN.part));
}
