import type { ServiceCall } from "../calls/call";
import { symbolicArn } from "../calls/symbolic-arns";
import { viaService } from "../calls/via-service";
import type { ApiRequest } from "../model/api-request";
import { knownValue } from "../model/fact";
import { readingsOf } from "../model/symbol";

/**
 * What Secrets Manager and Parameter Store ask of KMS in the name of whoever reads a value that is encrypted with a key of one's
 * own.
 *
 * Sources: https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html and
 * https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html
 */
export function decryptions({
  requests,
  service,
  view,
  task,
  region,
}: Pick<ServiceCall, "requests" | "service" | "view" | "task" | "region">): readonly ApiRequest[] {
  const where = region ?? knownValue(task.region);
  const place = { account: task.account, ...(where === undefined ? {} : { region: where }) };
  const keys = new Map(
    requests.flatMap(({ resource, principal }) => {
      const [key] = readingsOf(resource).flatMap((arn) => view.model.encryptedWith.get(arn) ?? []);
      return key === undefined ? [] : [[`${principal} ${key}`, { key, principal }] as const];
    }),
  );
  return Array.from(keys.values(), ({ key, principal }) => ({
    action: "kms:Decrypt",
    resource: symbolicArn({ kind: "key", key }, place),
    principal,
    ...viaService(service, where),
  }));
}
