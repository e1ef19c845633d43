/** One statement of an IAM policy. */
export interface PolicyStatement {
  /** Name of the statement. @default - none */
  readonly sid?: string;
  /** Whether the actions are allowed or denied. @default "Allow" */
  readonly effect?: "Allow" | "Deny";
  /** Who it is about; policies of roles have none. @default - none */
  readonly principal?: "*" | Readonly<Record<string, string | readonly string[]>>;
  /** For example `["s3:GetObject"]`. */
  readonly actions: readonly string[];
  /** ARNs, or `["*"]`. @default - none, as in a trust policy */
  readonly resources?: readonly string[];
  /** Operator, then condition key, then value: `{ StringEquals: { "aws:SourceVpc": vpc.id } }`. @default - none */
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** The statements as the JSON of an IAM policy. */
export function policyDocument(statements: readonly PolicyStatement[]): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: statements.map(({ sid, effect, principal, actions, resources, conditions }) => ({
      Sid: sid,
      Effect: effect ?? "Allow",
      Principal: principal,
      Action: actions,
      Resource: resources,
      Condition: conditions,
    })),
  });
}
