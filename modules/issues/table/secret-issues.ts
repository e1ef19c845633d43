import type { IssueTable } from "./issue-row";

/** Secrets and variables of containers. */
export const SECRET_ISSUES = {
  "secret-kind-unknown": {
    what: "A secret of a container is not a `SecretSource`.",
    why: "The kind decides which service the value is fetched from, and which endpoint and right that needs.",
    fix: "Write `SecretSource.ssmParameter(name)` or `SecretSource.secretsManager(secretArn)`.",
  },
  "secret-arn-malformed": {
    what: "A text is not the bare ARN of a secret.",
    why: "ECS finds a secret of Secrets Manager by its ARN; a key or a version does not belong to it, since the right to read the secret must not name them.",
    fix: 'Write it as `"arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf"`, and the rest as options: `{ jsonKey: "password" }`.',
  },
  "secret-part-malformed": {
    what: "The key or the version of a secret has a colon in it.",
    why: "ECS separates the parts of a secret's reference by colons.",
    fix: "Rename the key or the stage, or fetch the whole secret.",
  },
  "secret-suffix-incomplete": {
    what: "After the ARN of a secret in a task definition stand some of its three further fields, and not all colons.",
    why: "The key, the version stage and the version id are told apart by their place, so all three colons have to be written.",
    fix: "Add the colons that are missing at the end, as in `arn:…:secret:orders-AbCdEf:password::`.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html",
  },
  "secret-version-ambiguous": {
    what: "The version of a secret is named twice, by its stage and by its id.",
    why: "Secrets Manager takes a version's stage or its id, not both.",
    fix: "Leave out `versionStage` or `versionId`.",
  },
  "secret-source-unknown": {
    severities: ["note"],
    what: "Terraform fills in the source of a secret, so that it is unknown whether it is Secrets Manager or Parameter Store.",
    why: "The one needs the endpoint `secretsmanager`, the other `ssm`.",
    fix: "Check which of the two it is, and add its endpoint.",
  },
  "ssm-parameter-malformed": {
    what: "A text is neither the name nor the ARN of a parameter.",
    why: "A name has letters, digits and `_ . - /` only; ECS hands the text to Systems Manager as it is.",
    fix: 'Write the name, for example `"/orders/db-password"`, or the ARN.',
  },
  "variable-duplicate": {
    what: "A variable is both in `environment` and in `secrets` of a container.",
    why: "ECS refuses a container definition that sets a variable twice.",
    fix: "Remove the variable from `environment`.",
  },
} satisfies IssueTable;
