/** A secret of Secrets Manager. */
export interface SecretThing {
  readonly kind: "secret";
  /** ARN of the secret, or its name in the task's Region and account. */
  readonly secret: string;
  /** Whether it is an ARN, also where Terraform fills it in. @default false */
  readonly isArn?: boolean;
}

/** A repository of ECR. */
export interface RepositoryThing {
  readonly kind: "repository";
  /** URL without a tag. */
  readonly url: string;
  /** @default - derived from the URL */
  readonly arn?: string | undefined;
}

/** A parameter of Parameter Store. */
export interface ParameterThing {
  readonly kind: "parameter";
  /** Name in the task's Region and account, or ARN. */
  readonly parameter: string;
  /** @default - derived from `parameter` */
  readonly arn?: string | undefined;
}

/** A log group of CloudWatch Logs, or the streams in it. */
export interface LogGroupThing {
  readonly kind: "log-group" | "log-streams";
  /** @default - the log group of the service */
  readonly name?: string | undefined;
  /** @default - the task's Region */
  readonly region?: string | undefined;
}

/** What a request is about. Whoever renders it, as an ARN for a role or as one that a policy sees, knows every kind. */
export type Thing =
  /** Everything: the action has no resource. */
  | { readonly kind: "everything" }
  | RepositoryThing
  /** The repository of GuardDuty's agent, in an account of AWS's. */
  | { readonly kind: "guardduty-repository" }
  /** The bucket of AWS's in which ECR keeps the layers of images. */
  | { readonly kind: "image-layers" }
  | ParameterThing
  | SecretThing
  | LogGroupThing
  /** An object of S3, by its ARN; or the bucket that it is in. */
  | { readonly kind: "object" | "bucket-of-object"; readonly objectArn: string }
  /** A bucket of S3, by its name; or every object in it. */
  | { readonly kind: "bucket" | "objects-in-bucket"; readonly name: string }
  /** A file system of EFS by its ARN, and the ARN of the access point by which alone it is mounted, if it is. */
  | { readonly kind: "file-system"; readonly arn: string; readonly accessPointArn?: string }
  /** Whatever has this ARN; stars stand for any part of it. */
  | { readonly kind: "resource"; readonly arn: string }
  /** A key of KMS: its id, its ARN, or an alias as name or ARN. */
  | { readonly kind: "key"; readonly key: string };
