import type { Cause } from "./cause";

/** Who does not allow a call that arrives. */
export const PERMISSION_CAUSES = {
  "permission-missing": {
    says: ({ role, action }) => `the ${role} does not have ${action}`,
    tells: ({ role }) => `the same call fails with the ${role} from outside of the VPC as well`,
    look: ({ action }) => `aws iam simulate-principal-policy --policy-source-arn ROLE_ARN --action-names ${action}`,
    fix: ({ role, action }) => `let the ${role} do ${action} on the thing that is asked for`,
    hop: "permissions",
    shows: ["refused"],
    refusedBy: ["role"],
  },
  "resource-policy-refuses": {
    says: () => "the policy of the thing itself refuses: of the secret, the bucket, the repository, the key",
    tells: () => "the role has the right, and the thing is in another account or has a policy of its own",
    look: () => "aws secretsmanager get-resource-policy, aws s3api get-bucket-policy, aws ecr get-repository-policy",
    fix: ({ role }) => `let the policy of the thing admit the ${role}`,
    shows: ["refused"],
    refusedBy: ["resource-policy"],
  },
  "organization-policy-refuses": {
    says: ({ action }) => `a policy of the organization does not allow ${action}`,
    tells: () => "the message names a service or resource control policy",
    look: () => "aws organizations list-policies-for-target --target-id ACCOUNT --filter SERVICE_CONTROL_POLICY",
    fix: () => "ask who keeps the policies of the organization",
    shows: ["refused"],
    refusedBy: ["organization"],
  },
  "key-permission-missing": {
    says: ({ role }) => `the ${role} may not decrypt with the key of the secret or parameter`,
    tells: () =>
      "the secret is encrypted with a key of your own; the service calls KMS itself, so no endpoint for kms is missing",
    look: () => "aws kms get-key-policy --key-id KEY --policy-name default",
    fix: ({ role }) => `let the ${role} do kms:Decrypt on the key, and the policy of the key admit it`,
    shows: ["refused"],
  },
} as const satisfies Readonly<Record<string, Cause>>;
