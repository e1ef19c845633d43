import { SECRET_ISSUES } from "../../../modules/issues/table/secret-issues";
import { issueTopic } from "./issue-topic";

export const SECRET_TOPIC = issueTopic(SECRET_ISSUES, {
  title: "Secrets and variables",
  about: "Values that are fetched when a task starts.",
  entries: {
    "secret-kind-unknown": {
      what: "A secret of a container is not a `SecretSource`.",
      fix: "Write `SecretSource.ssmParameter(name)` or `SecretSource.secretsManager(secretArn)`.",
    },
    "secret-arn-malformed": {
      what: "A text or an attribute is not the bare ARN of a secret.",
      fix: 'Write it as `"arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf"`, and the rest as options: `{ jsonKey: "password" }`.',
    },
    "secret-part-malformed": {
      what: "The key or the version of a secret has a colon in it.",
      fix: "Rename the key or the stage, or fetch the whole secret.",
    },
    "secret-suffix-incomplete": {
      what: "After the ARN of a secret in a task definition stand some of its three further fields, and not all colons.",
      fix: "Add the colons that are missing at the end, as in `arn:…:secret:orders-AbCdEf:password::`.",
    },
    "secret-version-ambiguous": {
      what: "The version of a secret is named twice, by its stage and by its id.",
      fix: "Leave out `versionStage` or `versionId`.",
    },
    "secret-source-unknown": {
      what: "Terraform or a pipeline fills in the source of a secret, so that it is unknown whether it is Secrets Manager or Parameter Store.",
      fix: "Check which of the two it is, and add its endpoint.",
    },
    "ssm-parameter-malformed": {
      what: "A text or an attribute is neither the name nor the ARN of a parameter.",
      fix: 'Write the name, for example `"/orders/db-password"`, or the ARN.',
    },
    "variable-duplicate": {
      what: "A variable is both in `environment` and in `secrets` of a container.",
      fix: "Remove the variable from `environment`.",
    },
  },
});
