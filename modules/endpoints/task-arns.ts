import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";
import type { AskedRequest } from "../asks/ask";
import type { RightTo } from "../asks/role-statements";
import type { LogGroupThing, ParameterThing, RepositoryThing, SecretThing, Thing } from "../asks/thing";
import { parseEcrRepositoryUrl } from "../aws/ecr-repository-url";
import { imageLayersArn } from "../aws/image-layers";
import type { PolicyStatement } from "../aws/policy-document";
import { arnPartition } from "../aws/region";
import { secretArnPatterns } from "../aws/secret-arn";
import { isUnresolved } from "../values/unresolved";

/** What a log group has to tell: the provider's `CloudwatchLogGroup` satisfies it. */
export interface LogGroupReference {
  readonly name: string;
  readonly arn: string;
}

/** Where a task's service is, as ARNs have it. */
export interface TaskArnsProps {
  readonly region: string;
  /** The service's log group, where the task writes to it. */
  readonly logGroup?: LogGroupReference | undefined;
  /** Id of the VPC to which rights are limited that can be. @default - they are not limited */
  readonly onlyFromVpc?: string | undefined;
}

/** The ARNs of what a task asks for. Where Terraform fills in a name, Terraform makes the ARN too. */
export class TaskArns extends Construct {
  readonly #props: TaskArnsProps;
  readonly #partition: string;
  // Each read of an attribute makes a token.
  readonly #logGroupArn: string | undefined;
  #account: string | undefined;

  constructor(scope: Construct, id: string, props: TaskArnsProps) {
    super(scope, id);
    this.#props = props;
    this.#partition = arnPartition(props.region);
    this.#logGroupArn = props.logGroup?.arn;
  }

  /** What a request is about, as a statement of a role has it. */
  rightTo({ on, onlyFromVpc }: AskedRequest): RightTo {
    if (on.kind === "key") return this.#key(on.key);
    if (on.kind === "file-system") return fileSystem(on);
    if (on.kind === "secret") return { resources: this.#secret(on) };
    const { onlyFromVpc: vpc } = this.#props;
    const isLimited = onlyFromVpc === true && vpc !== undefined;
    return {
      resources: [this.#arn(on)],
      ...(isLimited ? { conditions: { StringEquals: { "aws:SourceVpc": vpc } } } : {}),
    };
  }

  /** The ARN of a role of the account. @param pathAndName for example `"/orders-execution-*"` */
  roleArn(pathAndName: string): string {
    return `arn:${this.#partition}:iam::${this.#accountId()}:role${pathAndName}`;
  }

  /**
   * The conditions of a trust policy under which ECS takes a role for tasks of this account and Region only.
   *
   * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
   */
  whereTaskIsOwn(): NonNullable<PolicyStatement["conditions"]> {
    const account = this.#accountId();
    return {
      StringEquals: { "aws:SourceAccount": account },
      ArnLike: { "aws:SourceArn": `arn:${this.#partition}:ecs:${this.#props.region}:${account}:*` },
    };
  }

  #arn(on: Exclude<Thing, { readonly kind: "key" | "file-system" | "secret" }>): string {
    switch (on.kind) {
      case "everything":
        return "*";
      case "repository":
        return this.#repository(on);
      case "guardduty-repository":
        // Source: https://docs.aws.amazon.com/guardduty/latest/ug/ecs-runtime-agent-ecr-image-uri.html
        return `arn:${this.#partition}:ecr:${this.#props.region}:*:repository/aws-guardduty-agent-fargate`;
      case "image-layers":
        return imageLayersArn(this.#props.region);
      case "parameter":
        return this.#parameter(on);
      case "log-group":
      case "log-streams":
        return this.#logGroup(on);
      case "object":
        return on.objectArn;
      case "resource":
        return on.arn;
      case "bucket-of-object":
        return bucketOf(on.objectArn);
      case "bucket":
        return this.#bucket(on.name);
      case "objects-in-bucket":
        return `${this.#bucket(on.name)}/*`;
    }
  }

  #repository({ url, arn }: RepositoryThing): string {
    if (arn !== undefined) return arn;
    const parts = parseEcrRepositoryUrl(url);
    return parts === undefined
      ? Fn.replace(
          url,
          // Without a tag or digest, which a URI from a public parameter of AWS's may have. Brackets, because Terraform
          // takes a backslash in a template for an escape of its own.
          "/^([0-9]+)[.]dkr[.-]ecr(-fips)?[.]([^.]+)[.][^/]+/([^:@]+).*$/",
          `arn:${this.#partition}:ecr:$3:$1:repository/$4`,
        )
      : `arn:${arnPartition(parts.region)}:ecr:${parts.region}:${parts.account}:repository/${parts.repository}`;
  }

  #parameter({ parameter, arn }: ParameterThing): string {
    if (arn !== undefined) return arn;
    if (isUnresolved(parameter)) {
      return arnOr(parameter, Fn.join("", [this.#own("ssm", "parameter/"), Fn.trimprefix(parameter, "/")]));
    }
    return parameter.startsWith("arn:") ? parameter : this.#own("ssm", `parameter/${parameter.replace(/^\//, "")}`);
  }

  /**
   * The ARN of a secret that is named ends in six characters that Secrets Manager chooses.
   *
   * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html
   */
  #secret({ secret, isArn }: SecretThing): readonly string[] {
    if (isUnresolved(secret) && isArn === true) return [secret];
    if (!isUnresolved(secret) && secret.startsWith("arn:")) return secretArnPatterns(secret);
    const named = this.#own("secretsmanager", `secret:${secret}-??????`);
    return [isUnresolved(secret) ? arnOr(secret, named) : named];
  }

  /** Source of the end: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/iam-access-control-overview-cwl.html */
  #logGroup({ name, region }: LogGroupThing): string {
    const { logGroup, region: own } = this.#props;
    // A driver may write to the group of that name in another Region.
    if (name === undefined && (region === undefined || region === own)) return `${this.#logGroupArn ?? ""}:*`;
    return `${this.#own("logs", `log-group:${name ?? logGroup?.name ?? ""}`, region)}:*`;
  }

  /**
   * A key by its ARN or id. An alias is no resource of a policy: the right is one to any key that has it.
   *
   * Source: https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
   */
  #key(key: string): RightTo {
    if (isUnresolved(key)) return { resources: [arnOr(key, Fn.join("", [this.#own("kms", "key/"), key]))] };
    const [, prefix, alias] = /^(arn:.+:)?(alias\/.+)$/.exec(key) ?? [];
    if (alias === undefined) return { resources: [key.startsWith("arn:") ? key : this.#own("kms", `key/${key}`)] };
    return {
      resources: [prefix === undefined ? this.#own("kms", "key/*") : `${prefix}key/*`],
      conditions: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": alias } },
    };
  }

  #bucket(name: string): string {
    return `arn:${this.#partition}:s3:::${name}`;
  }

  #own(service: string, resource: string, region: string = this.#props.region): string {
    return `arn:${this.#partition}:${service}:${region}:${this.#accountId()}:${resource}`;
  }

  #accountId(): string {
    this.#account ??= new DataAwsCallerIdentity(this, "caller-identity").accountId;
    return this.#account;
  }
}

/** Source: https://docs.aws.amazon.com/efs/latest/ug/access-points-iam-policy.html */
function fileSystem({ arn, accessPointArn }: Extract<Thing, { readonly kind: "file-system" }>): RightTo {
  if (accessPointArn === undefined) return { resources: [arn] };
  const conditions = { StringEquals: { "elasticfilesystem:AccessPointArn": accessPointArn } };
  return { resources: [arn], conditions };
}

function bucketOf(objectArn: string): string {
  if (isUnresolved(objectArn)) return Token.asString(Fn.element(Fn.split("/", objectArn), 0));
  return objectArn.replace(/\/.*$/, "");
}

/** A value that Terraform fills in: itself where it is an ARN, else the ARN that is made of it. */
function arnOr(value: string, made: string): string {
  return Token.asString(Fn.conditional(Fn.startswith(value, "arn:"), value, made));
}
