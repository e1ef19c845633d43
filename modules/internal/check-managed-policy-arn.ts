import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";

/** The ARN of a managed policy, of AWS's or of an account's. */
export function checkManagedPolicyArn(arn: string, at: string): Issue | undefined {
  if (isUnresolved(arn) || /^arn:[\w-]+:iam::(?:aws|\d{12}):policy\/.+$/.test(arn)) return undefined;
  const isName = /^[\w+=,.@-]+$/.test(arn);
  return issue("role-option-invalid", {
    path: at,
    problem: `"${arn}" is not the ARN of a managed policy`,
    fix: isName
      ? `write its ARN: "arn:aws:iam::aws:policy/${arn}" if it is one of AWS's, with the number of the account in the place of "aws" if it is yours`
      : 'write it as "arn:aws:iam::123456789012:policy/boundary"',
  });
}
