import { symbolicArn } from "../calls/symbolic-arns";
import type { NetworkModel } from "../model/network-model";
import type { Statement } from "../model/policy";
import { type SymbolicText, UNKNOWN_TEXT } from "../model/symbol";
import { type ConflictRule, conflict } from "./conflict-rule";

/**
 * A log group that is encrypted with a key of this Terraform which does not let CloudWatch Logs use it. A key without a policy gets AWS's, which
 * leaves it to the account, of which CloudWatch Logs is no part.
 *
 * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export const logGroupKey: ConflictRule = function* ({ model }) {
  for (const { address, key } of model.encryptedLogGroups) {
    const arn = symbolicArn({ kind: "key", key }, { account: UNKNOWN_TEXT });
    const holder = shutHolder(arn, model);
    if (holder === undefined) continue;
    yield conflict("log-group-key-refused", {
      path: address,
      problem: `${address} is encrypted with a key that CloudWatch Logs may not use: ${holder} does not allow it`,
      fix: `allow kms:Encrypt*, kms:Decrypt*, kms:ReEncrypt*, kms:GenerateDataKey* and kms:Describe* to the service logs.REGION.amazonaws.com in the policy of ${holder}`,
    });
  }
};

/** What holds the policy of a key that is known to leave CloudWatch Logs out. */
function shutHolder(arn: SymbolicText, { keyPolicies, withoutPolicy }: NetworkModel): string | undefined {
  const policy = keyPolicies.get(arn);
  if (policy === undefined) return withoutPolicy.has(arn) ? arn.replace(/^\$\{(.*)\.arn\}$/, "$1") : undefined;
  return policy.known && !policy.value.statements.some(mayAdmitLogs) ? policy.value.address : undefined;
}

function mayAdmitLogs({ effect, principal }: Statement): boolean {
  if (effect === "Deny") return false;
  return principal === undefined || principal.negated || principal.values.some((name) => MAY_BE_LOGS.test(name));
}

/** Everybody, the service, also without its Region, or what only an apply knows. */
const MAY_BE_LOGS = /^(?:\*$|Service:logs\.|(?:Service:)?\$\{)/;
