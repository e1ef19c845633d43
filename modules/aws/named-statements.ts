import type { PolicyStatement } from "./policy-document";

/** Statements with a name of their own, as IAM asks for: of those with one name the second is `Logs2`. */
export function namedStatements<Statement extends Pick<PolicyStatement, "sid">>(
  statements: readonly Statement[],
): readonly Statement[] {
  const seen = new Map<string, number>();
  return statements.map((statement) => {
    const { sid } = statement;
    if (sid === undefined) return statement;
    const count = (seen.get(sid) ?? 0) + 1;
    seen.set(sid, count);
    return count === 1 ? statement : { ...statement, sid: `${sid}${count}` };
  });
}
