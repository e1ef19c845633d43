import { FAILURES } from "../../asks/failures";
import { arnRegion } from "../../aws/arn-region";
import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";
import { secretOptionsOf } from "../../task/log-drivers/log-driver";
import type { SecretSource } from "../../task/secrets/secret-source";
import { callsToRegion } from "./calls-to-region";
import type { RequirementRule } from "./requirement-rule";

/** Which service the value of a secret is fetched from. */
const SERVICE_OF_KIND = {
  "ssm-parameter": {
    service: "ssm",
    text: "the value is fetched from Parameter Store",
    failure: FAILURES.parameterStore,
  },
  "secrets-manager": {
    service: "secretsmanager",
    text: "the value is fetched from Secrets Manager",
    failure: FAILURES.secretsManager,
  },
} as const satisfies Record<SecretSource["kind"], { service: EndpointServiceName; text: string; failure: string }>;

/** Secrets are fetched when the task starts. A customer's KMS key needs no endpoint: the service decrypts. */
export const secretValues: RequirementRule = {
  id: "secret-values",
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  *derive({ task, containers, surroundings }) {
    const sources: [path: string, secret: SecretSource][] = [];
    for (const [name, { secrets, logDriver }] of containers) {
      sources.push(...entries(`containers.${name}.secrets`, secrets));
      sources.push(...entries(`containers.${name}.logDriver.secretOptions`, secretOptionsOf(logDriver)));
    }
    sources.push(...entries("serviceConnect.logDriver.secretOptions", secretOptionsOf(task.serviceConnect?.logDriver)));
    for (const [path, secret] of sources) {
      const reference = secret.kind === "ssm-parameter" ? secret.parameter : secret.secretArn;
      yield* callsToRegion([{ ...SERVICE_OF_KIND[secret.kind], path }], arnRegion(reference), surroundings, {
        name: `"${reference}"`,
        fix:
          secret.kind === "ssm-parameter"
            ? `keep a copy of the parameter in ${surroundings.region} and name it`
            : `replicate the secret to ${surroundings.region} and name the replica`,
      });
    }
  },
};

function entries(
  path: string,
  secrets: Readonly<Record<string, SecretSource>> | undefined,
): [path: string, secret: SecretSource][] {
  return Object.entries(secrets ?? {}).map(([name, secret]) => [`${path}.${name}`, secret]);
}
