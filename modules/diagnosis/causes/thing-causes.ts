import type { Cause } from "./cause";

/** What is asked for is not there, or is named wrongly. No network is to blame. */
export const THING_CAUSES = {
  "secret-reference-malformed": {
    says: () =>
      "the reference to the secret in valueFrom is written wrongly, or names a key that its JSON does not have",
    tells: () => "Secrets Manager was reached: it answered that the name, the key or the version is none",
    look: () =>
      "aws secretsmanager get-secret-value --secret-id NAME --query SecretString, without showing it to others",
    fix: () => "write arn:…:secret:NAME-SUFFIX:KEY:: with both colons at the end, and a key that is in the JSON",
    shows: [],
  },
  "secret-missing": {
    says: () => "there is no such secret in this Region and account",
    tells: () => "Secrets Manager was reached and answered",
    look: () => "aws secretsmanager describe-secret --secret-id NAME",
    fix: () => "correct the ARN, or give the secret a value: one without a version is missing as well",
    shows: [],
  },
  "secret-deleted": {
    says: () => "the secret is scheduled for deletion",
    tells: () => "Secrets Manager was reached and answered",
    look: () => "aws secretsmanager describe-secret --secret-id NAME --query DeletedDate",
    fix: () => "aws secretsmanager restore-secret --secret-id NAME, or name another secret",
    shows: [],
  },
  "parameter-missing": {
    says: () => "there is no such parameter in this Region and account",
    tells: () => "Systems Manager was reached and answered",
    look: () => "aws ssm get-parameters --names NAME --query InvalidParameters",
    fix: () => "correct the name; a parameter in a path starts with a slash",
    shows: [],
  },
  "file-missing": {
    says: () => "the object is not in the bucket",
    tells: () => "S3 was reached and answered; to a role without s3:ListBucket it says 403 instead",
    look: () => "aws s3api head-object --bucket BUCKET --key KEY",
    fix: () => "upload the file, or correct its ARN in environmentFiles",
    shows: [],
  },
  "log-group-missing": {
    says: () => "the log group does not exist in the Region of awslogs-region",
    tells: () => "CloudWatch Logs was reached and answered",
    look: ({ region }) => `aws logs describe-log-groups --log-group-name-prefix NAME --region ${region}`,
    fix: () =>
      "create the log group, or correct awslogs-group and awslogs-region; awslogs-create-group needs logs:CreateLogGroup in role and endpoint policy",
    shows: [],
  },
  "image-missing": {
    says: () => "the image, its tag or its repository does not exist",
    tells: () => "the registry was reached and answered",
    look: () => "aws ecr describe-images --repository-name REPOSITORY --image-ids imageTag=TAG",
    fix: () =>
      "push the image, or correct its name in the task definition; a digest is gone where a lifecycle policy has removed it",
    shows: [],
  },
  "architecture-mismatch": {
    says: () => "the image is not made for the CPU architecture of the task",
    tells: () => "the registry was reached; the manifest has no such platform, or the program does not start",
    look: () => "docker buildx imagetools inspect IMAGE",
    fix: () => "build with --platform linux/amd64, or set runtimePlatform.cpuArchitecture to ARM64",
    shows: [],
  },
  "pull-rate-limit": {
    says: ({ host }) => `${host} limits how often it is asked`,
    tells: () => "the registry was reached and answered",
    look: () => "the account at the registry, or the answer's header ratelimit-remaining",
    fix: () => "copy the image to a repository of your own in ECR, or pull with credentials",
    shows: [],
  },
  "disk-full": {
    says: () => "the image does not fit the ephemeral storage of the task",
    tells: () => "the layers arrived, and could not be unpacked",
    look: () => "aws ecr describe-images --repository-name REPOSITORY --query 'imageDetails[].imageSizeInBytes'",
    fix: () => "set ephemeralStorage to more than 20 GiB, or make the image smaller",
    shows: [],
  },
} as const satisfies Readonly<Record<string, Cause>>;
