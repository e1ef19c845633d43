/** A file of environment variables in S3. Its name ends in `.env`. */
export interface EnvironmentFile {
  /** ARN of the object, for example `"arn:aws:s3:::orders-config/production.env"`. */
  readonly arn: string;
  /** Region of the bucket, which the ARN does not tell. @default - not known; taken for the task's */
  readonly region?: string;
  /** Key of KMS with which it is encrypted: its id, its ARN, or an alias; the execution role may decrypt with it. @default - a key of AWS's */
  readonly kmsKey?: string;
}

/** The file with its ARN, where only the ARN is given. A token that cdktf passes as an object is an ARN, not a file. */
export function environmentFile(file: EnvironmentFile | string): EnvironmentFile {
  return typeof file === "object" && "arn" in file ? file : { arn: file };
}
