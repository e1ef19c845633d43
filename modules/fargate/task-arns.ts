import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";
import { arnPartition } from "../aws/region";
import { type EcrImage, parseEcrRepositoryUrl } from "../task/images/container-image";
import type { SsmParameterSecret } from "../task/secrets/secret-source";
import { isUnresolved } from "../values/unresolved";

/** The ARNs of what a task names by URL or by name. Where Terraform fills in the name, Terraform makes the ARN too. */
export class TaskArns extends Construct {
  readonly #region: string;
  readonly #partition: string;
  #account: string | undefined;

  constructor(scope: Construct, id: string, region: string) {
    super(scope, id);
    this.#region = region;
    this.#partition = arnPartition(region);
  }

  /** ARN of an image's repository. */
  repository({ repositoryUrl, repositoryArn }: EcrImage): string {
    if (repositoryArn !== undefined) return repositoryArn;
    const parts = parseEcrRepositoryUrl(repositoryUrl);
    return parts === undefined
      ? Fn.replace(
          repositoryUrl,
          // Without a tag or digest, which a URI from a public parameter of AWS's may have. Brackets, because Terraform
          // takes a backslash in a template for an escape of its own.
          "/^([0-9]+)[.]dkr[.]ecr(-fips)?[.]([^.]+)[.][^/]+/([^:@]+).*$/",
          `arn:${this.#partition}:ecr:$3:$1:repository/$4`,
        )
      : `arn:${arnPartition(parts.region)}:ecr:${parts.region}:${parts.account}:repository/${parts.repository}`;
  }

  /** ARN of a parameter that is named by its name or by its ARN. */
  parameter({ parameter, parameterArn }: SsmParameterSecret): string {
    if (parameterArn !== undefined) return parameterArn;
    if (parameter.startsWith("arn:")) return parameter;
    const prefix = `arn:${this.#partition}:ssm:${this.#region}:${this.#accountId()}:parameter/`;
    if (!isUnresolved(parameter)) return `${prefix}${parameter.replace(/^\//, "")}`;
    return Token.asString(
      Fn.conditional(Fn.startswith(parameter, "arn:"), parameter, Fn.join("", [prefix, Fn.trimprefix(parameter, "/")])),
    );
  }

  /** ARN of a log group. */
  logGroup(name: string, region: string = this.#region): string {
    return `arn:${this.#partition}:logs:${region}:${this.#accountId()}:log-group:${name}`;
  }

  /** ARN of the bucket of an object. */
  bucketOf(objectArn: string): string {
    if (isUnresolved(objectArn)) return Token.asString(Fn.element(Fn.split("/", objectArn), 0));
    return objectArn.replace(/\/.*$/, "");
  }

  /**
   * ARN of the repositories of GuardDuty's agent, which are in accounts of AWS's.
   *
   * Source: https://docs.aws.amazon.com/guardduty/latest/ug/ecs-runtime-agent-ecr-image-uri.html
   */
  guardDutyRepository(): string {
    return `arn:${this.#partition}:ecr:${this.#region}:*:repository/aws-guardduty-agent-fargate`;
  }

  /** ARN of a key of KMS that is named by its id or by its ARN. */
  key(key: string): string {
    const prefix = `arn:${this.#partition}:kms:${this.#region}:${this.#accountId()}:key/`;
    if (!isUnresolved(key)) return key.startsWith("arn:") ? key : `${prefix}${key}`;
    return Token.asString(Fn.conditional(Fn.startswith(key, "arn:"), key, Fn.join("", [prefix, key])));
  }

  /** ARN of a bucket. */
  bucket(name: string): string {
    return `arn:${this.#partition}:s3:::${name}`;
  }

  #accountId(): string {
    this.#account ??= new DataAwsCallerIdentity(this, "caller-identity").accountId;
    return this.#account;
  }
}
