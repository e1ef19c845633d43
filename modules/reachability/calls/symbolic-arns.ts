import type { Thing } from "../../asks/thing";
import { parseEcrRepositoryUrl } from "../../aws/ecr-repository-url";
import { arnPartition } from "../../aws/region";
import { secretArnSuffix } from "../../aws/secret-arn";
import {
  anyName,
  POSSIBLE_SUFFIX,
  SECRET_SUFFIX,
  type SymbolicText,
  startsWithSymbol,
  UNKNOWN_TEXT,
} from "../model/symbol";

/** Where a task runs, as ARNs have it. */
export interface TaskPlace {
  /** @default - not known */
  readonly region?: string;
  readonly account: SymbolicText;
}

/** What a request is about, as the policies on its way see it. What the task does not show is not known. */
export function symbolicArn(on: Thing, place: TaskPlace): SymbolicText {
  switch (on.kind) {
    case "everything":
      return "*";
    case "repository":
      return repositoryArn(on.url);
    case "guardduty-repository":
      return `arn:${partition(place.region)}:ecr:${place.region ?? UNKNOWN_TEXT}:${UNKNOWN_TEXT}:repository/aws-guardduty-agent-fargate`;
    case "image-layers":
      return layerArn(place.region);
    case "parameter":
      return parameterArn(on.parameter, place);
    case "secret":
      return secretArn(on.secret, place);
    case "log-group":
    case "log-streams":
      return logArn(on, place);
    case "object":
      return on.objectArn;
    case "resource":
    case "file-system":
      return withoutStars(on.arn);
    case "bucket-of-object":
      return on.objectArn.split("/")[0] ?? UNKNOWN_TEXT;
    case "bucket":
      return bucketArn(on.name, place);
    case "objects-in-bucket":
      return `${bucketArn(on.name, place)}/${anyName("object")}`;
    case "key":
      return keyArn(on.key, place);
  }
}

/** A pattern as one text that fits it, of which nothing else is known. */
export function withoutStars(pattern: string): SymbolicText {
  return pattern.replaceAll("*", UNKNOWN_TEXT);
}

/** The ARN of something of the task's own account. */
function ownArn(service: string, resource: SymbolicText, { region, account }: TaskPlace): SymbolicText {
  return `arn:${partition(region)}:${service}:${region ?? UNKNOWN_TEXT}:${account}:${resource}`;
}

function partition(region: string | undefined): SymbolicText {
  return region === undefined ? UNKNOWN_TEXT : arnPartition(region);
}

/** The account before the first dot and the name of the repository after the first slash, either of which may have symbols. */
const URL_PARTS = /^(\$\{[^}]*\}|\d{12})(\.[^/$]+\/)(.+)$/;

function repositoryArn(url: SymbolicText): SymbolicText {
  const [, account, host = "", name] = URL_PARTS.exec(url) ?? [];
  const region = parseEcrRepositoryUrl(`000000000000${host}any`)?.region;
  if (region === undefined || account === undefined) return UNKNOWN_TEXT;
  return `arn:${arnPartition(region)}:ecr:${region}:${account}:repository/${name}`;
}

/** The bucket with the image layers of a Region. Its name outside of the commercial partition is not established. */
function layerArn(region: string | undefined): SymbolicText {
  if (region === undefined || arnPartition(region) !== "aws") return UNKNOWN_TEXT;
  return `arn:aws:s3:::prod-${region}-starport-layer-bucket/${anyName("layer")}`;
}

/** An expression may stand for a name or for an ARN. */
function parameterArn(parameter: SymbolicText, place: TaskPlace): SymbolicText {
  if (parameter.startsWith("arn:")) return parameter;
  if (startsWithSymbol(parameter)) return UNKNOWN_TEXT;
  return ownArn("ssm", `parameter${parameter.startsWith("/") ? "" : "/"}${parameter}`, place);
}

const SUFFIXES = { chosen: "", missing: SECRET_SUFFIX, either: POSSIBLE_SUFFIX } as const;

/**
 * The ARN of a secret that is named ends in characters that Secrets Manager chooses.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RepositoryCredentials.html
 */
function secretArn(secret: SymbolicText, place: TaskPlace): SymbolicText {
  if (startsWithSymbol(secret)) return secret;
  if (!secret.startsWith("arn:")) return ownArn("secretsmanager", `secret:${secret}${SECRET_SUFFIX}`, place);
  // A reference at its end may stand for the name with the suffix.
  return secret.endsWith("}") ? secret : `${secret}${SUFFIXES[secretArnSuffix(secret)]}`;
}

/**
 * A stream of a log group; what concerns the group itself is about the stream without a name.
 *
 * Source: the messages of AWS that refuse `logs:CreateLogGroup` name `log-group:NAME:log-stream:`, and
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html asks for `NAME:*`.
 */
function logArn(
  { kind, name = UNKNOWN_TEXT, region }: Extract<Thing, { readonly kind: "log-group" | "log-streams" }>,
  place: TaskPlace,
): SymbolicText {
  const stream = kind === "log-streams" ? anyName("stream") : "";
  const where = region === undefined ? place : { ...place, region };
  return ownArn("logs", `log-group:${name}:log-stream:${stream}`, where);
}

function bucketArn(name: SymbolicText, { region }: TaskPlace): SymbolicText {
  return `arn:${partition(region)}:s3:::${name}`;
}

/**
 * The ARN of a key, which is what policies see, however it is named: by its ARN, its id, or an alias, which may stand for
 * any key of the account and Region.
 *
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
 */
function keyArn(key: SymbolicText, place: TaskPlace): SymbolicText {
  const someKey = `key/${UNKNOWN_TEXT}`;
  const ofAlias = /^(arn:.+:)alias\/.*$/.exec(key)?.[1];
  if (ofAlias !== undefined) return `${ofAlias}${someKey}`;
  if (key.startsWith("arn:")) return key;
  if (startsWithSymbol(key)) return referredKeyArn(key);
  return ownArn("kms", key.startsWith("alias/") ? someKey : `key/${key}`, place);
}

/** The key that a reference stands for: a key has its ARN beside its id, and an alias that of the key which has it. */
function referredKeyArn(key: SymbolicText): SymbolicText {
  return key
    .replace(/^(\$\{(?:data\.)?aws_kms_key\.[^}]*)\.(?:key_id|id)\}$/, "$1.arn}")
    .replace(/^(\$\{(?:data\.)?aws_kms_alias\.[^}]*)\.(?:arn|id|name|target_key_id)\}$/, "$1.target_key_arn}");
}
