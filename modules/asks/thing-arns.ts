import { parseEcrRepositoryUrl } from "../aws/ecr-repository-url";
import { imageLayersArn } from "../aws/image-layers";
import { arnPartition } from "../aws/region";
import { secretArnPatterns } from "../aws/secret-arn";
import type { RightTo } from "./role-statements";
import type { LogGroupThing, ParameterThing, RepositoryThing, SecretThing, Thing } from "./thing";

/** Where the things of a task are, as ARNs have it. What is a function is read only where an ARN needs it. */
export interface ThingPlace {
  /** For example `"aws-cn"`. */
  readonly partition: string;
  readonly region: string;
  readonly accountId: () => string;
  /** The log group of the service. */
  readonly logGroup: { readonly arn: () => string; readonly name: () => string };
}

/**
 * What a request is about, as a statement of a policy has it: ARNs of what is written, and the conditions that a thing comes with.
 * What Terraform fills in is another's to write.
 */
export function rightToThing(on: Thing, place: ThingPlace): RightTo {
  if (on.kind === "key") return keyRight(on.key, place);
  if (on.kind === "file-system") return fileSystemRight(on);
  if (on.kind === "secret") return { resources: secretArns(on, place) };
  return { resources: [arnOf(on, place)] };
}

/** The ARN of something of the task's own account. */
export function ownArn(
  { partition, region: own, accountId }: ThingPlace,
  service: string,
  resource: string,
  region: string = own,
): string {
  return `arn:${partition}:${service}:${region}:${accountId()}:${resource}`;
}

/**
 * The ARN of a secret that is named ends in six characters that Secrets Manager chooses.
 *
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html
 */
export function namedSecretArn(place: ThingPlace, name: string): string {
  return ownArn(place, "secretsmanager", `secret:${name}-??????`);
}

function arnOf(on: Exclude<Thing, { readonly kind: "key" | "file-system" | "secret" }>, place: ThingPlace): string {
  switch (on.kind) {
    case "everything":
      return "*";
    case "repository":
      return repositoryArn(on);
    case "guardduty-repository":
      // Source: https://docs.aws.amazon.com/guardduty/latest/ug/ecs-runtime-agent-ecr-image-uri.html
      return `arn:${place.partition}:ecr:${place.region}:*:repository/aws-guardduty-agent-fargate`;
    case "image-layers":
      return imageLayersArn(place.region);
    case "parameter":
      return parameterArn(on, place);
    case "log-group":
    case "log-streams":
      return logGroupArn(on, place);
    case "object":
      return on.objectArn;
    case "resource":
      return on.arn;
    case "bucket-of-object":
      return on.objectArn.replace(/\/.*$/, "");
    case "bucket":
      return bucketArn(on.name, place);
    case "objects-in-bucket":
      return `${bucketArn(on.name, place)}/*`;
  }
}

/** A URL that is none of a repository stays what it is. */
function repositoryArn({ url, arn }: RepositoryThing): string {
  if (arn !== undefined) return arn;
  const parts = parseEcrRepositoryUrl(url);
  if (parts === undefined) return url;
  const { region, account, repository } = parts;
  return `arn:${arnPartition(region)}:ecr:${region}:${account}:repository/${repository}`;
}

function parameterArn({ parameter, arn }: ParameterThing, place: ThingPlace): string {
  if (arn !== undefined) return arn;
  return parameter.startsWith("arn:") ? parameter : ownArn(place, "ssm", `parameter/${parameter.replace(/^\//, "")}`);
}

function secretArns({ secret, isArn }: SecretThing, place: ThingPlace): readonly string[] {
  if (secret.startsWith("arn:")) return secretArnPatterns(secret);
  return [isArn === true ? secret : namedSecretArn(place, secret)];
}

/** Source of the end: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html */
function logGroupArn({ name, region }: LogGroupThing, place: ThingPlace): string {
  const { logGroup, region: own } = place;
  // A driver may write to the group of that name in another Region.
  if (name === undefined && (region === undefined || region === own)) return `${logGroup.arn()}:*`;
  return `${ownArn(place, "logs", `log-group:${name ?? logGroup.name()}`, region)}:*`;
}

function bucketArn(name: string, { partition }: ThingPlace): string {
  return `arn:${partition}:s3:::${name}`;
}

/**
 * A key by its ARN or id. An alias is no resource of a policy: the right is one to any key that has it.
 *
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
 */
function keyRight(key: string, place: ThingPlace): RightTo {
  const [, prefix, alias] = /^(arn:.+:)?(alias\/.+)$/.exec(key) ?? [];
  if (alias === undefined) return { resources: [key.startsWith("arn:") ? key : ownArn(place, "kms", `key/${key}`)] };
  return {
    resources: [prefix === undefined ? ownArn(place, "kms", "key/*") : `${prefix}key/*`],
    conditions: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": alias } },
  };
}

/** Source: https://docs.aws.amazon.com/efs/latest/ug/access-points-iam-policy.html */
function fileSystemRight({ arn, accessPointArn }: Extract<Thing, { readonly kind: "file-system" }>): RightTo {
  if (accessPointArn === undefined) return { resources: [arn] };
  return { resources: [arn], conditions: { StringEquals: { "elasticfilesystem:AccessPointArn": accessPointArn } } };
}
