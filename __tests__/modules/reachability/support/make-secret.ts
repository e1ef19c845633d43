import { SecretSource } from "../../../../modules";
import type { ContainerWish } from "./arbitrary-workload";
import { ACCOUNT, type ContainerPlace, type Part } from "./scenario-part";
import type { Place } from "./scenario-place";

/** ARN of a secret of Secrets Manager. */
export function secretArn({ partition, region }: Place, name: string): string {
  return `arn:${partition}:secretsmanager:${region}:${ACCOUNT}:secret:${name}-AbCdEf`;
}

/** What Secrets Manager is asked for. */
export function secretAsks(arn: string) {
  return [{ actions: ["secretsmanager:GetSecretValue"], resources: [arn] }];
}

/** A secret of a kind. */
export function makeSecret(kind: ContainerWish["secrets"][number], place: ContainerPlace): Part<SecretSource> {
  const labels = [`secret: ${kind}`];
  const fromManager = (value: SecretSource, arn: string): Part<SecretSource> => ({
    value,
    needs: [{ service: "secretsmanager", asks: secretAsks(arn) }],
    labels,
  });
  const fromStore = (value: SecretSource, arn: string): Part<SecretSource> => ({
    value,
    needs: [{ service: "ssm", asks: [{ actions: ["ssm:GetParameters"], resources: [arn] }] }],
    labels,
  });
  const parameterArn = `arn:${place.partition}:ssm:${place.region}:${ACCOUNT}:parameter/orders/key`;
  switch (kind) {
    case "parameter-name":
      return fromStore(SecretSource.ssmParameter("/orders/key"), "*");
    case "parameter-arn":
      return fromStore(SecretSource.ssmParameter(parameterArn), parameterArn);
    case "parameter-created":
      return fromStore(SecretSource.ssmParameter(place.created.parameter), "*");
    case "secret":
      return fromManager(SecretSource.secretsManager(secretArn(place, "orders")), secretArn(place, "orders"));
    case "secret-part": {
      const arn = secretArn(place, "parts");
      return fromManager(SecretSource.secretsManager(arn, { jsonKey: "password" }), arn);
    }
    case "secret-created":
      return fromManager(SecretSource.secretsManager(place.created.secretArn), place.created.secretArn);
  }
}
