import type { IssueTable } from "./issue-row";

/** Secrets and variables of containers. */
export const SECRET_ISSUES = {
  "secret-kind-unknown": {
    why: "the kind decides which service the value is fetched from, and which endpoint and right that needs",
  },
  "secret-arn-malformed": {
    why: "ECS finds a secret of Secrets Manager by its ARN; a key or a version does not belong to it, since the right to read the secret must not name them",
  },
  "secret-part-malformed": { why: "ECS separates the parts of a secret's reference by colons" },
  "secret-suffix-incomplete": {
    why: "the parts json-key, version-stage and version-id are told apart by their place, so all three colons have to be written",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html",
  },
  "secret-version-ambiguous": { why: "Secrets Manager takes a version's stage or its id, not both" },
  "secret-source-unknown": {
    severities: ["note"],
    why: 'the one needs the endpoint "secretsmanager", the other "ssm"',
  },
  "ssm-parameter-malformed": {
    why: "a name has letters, digits and _ . - / only; ECS hands the text to Systems Manager as it is",
  },
  "variable-duplicate": { why: "ECS refuses a container definition that sets a variable twice" },
} as const satisfies IssueTable;
