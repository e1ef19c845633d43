import type { EndpointServiceName } from "../../endpoint-services/catalog";
import type { SecretSource } from "../../task/secret-source";
import type { RequirementRule } from "../requirement-rule";

/** Which service the value of a secret is fetched from. */
const SERVICE_OF_KIND = {
  "ssm-parameter": { service: "ssm", text: "the value is fetched from Parameter Store" },
  "secrets-manager": { service: "secretsmanager", text: "the value is fetched from Secrets Manager" },
} as const satisfies Record<SecretSource["kind"], { service: EndpointServiceName; text: string }>;

/** Secrets of a container are fetched when the task starts. A customer's KMS key needs no endpoint: the service decrypts. */
export const secretValues: RequirementRule = {
  id: "secret-values",
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  *derive({ containers }) {
    for (const [name, { secrets }] of containers) {
      for (const [variable, secret] of Object.entries(secrets ?? {})) {
        yield {
          ...SERVICE_OF_KIND[secret.kind],
          type: "Interface",
          failure: 'the task stops with "ResourceInitializationError: unable to pull secrets or registry auth …"',
          path: `containers.${name}.secrets.${variable}`,
        };
      }
    }
  },
};
