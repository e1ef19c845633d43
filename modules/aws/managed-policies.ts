import type { PolicyStatement } from "./policy-document";

/** Policies of AWS's whose statements a page states, by what follows `arn:PARTITION:iam::aws:policy/`. */
export const MANAGED_POLICIES: ReadonlyMap<string, readonly PolicyStatement[]> = new Map([
  [
    // Source: https://docs.aws.amazon.com/batch/latest/userguide/execution-IAM-role.html
    "service-role/AmazonECSTaskExecutionRolePolicy",
    [
      {
        actions: [
          "ecr:GetAuthorizationToken",
          "ecr:BatchCheckLayerAvailability",
          "ecr:GetDownloadUrlForLayer",
          "ecr:BatchGetImage",
          "logs:CreateLogStream",
          "logs:PutLogEvents",
        ],
        resources: ["*"],
      },
    ],
  ],
  // Source: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html
  ["AdministratorAccess", [{ actions: ["*"], resources: ["*"] }]],
]);
