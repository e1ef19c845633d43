import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";
import { arnPartition } from "../planning/region";
import { type EcrImage, parseEcrRepositoryUrl } from "../planning/task/container-image";
import type { SsmParameterSecret } from "../planning/task/secret-source";
import { isUnresolved } from "../planning/unresolved";

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
          "/^([0-9]+)\\.dkr\\.ecr(-fips)?\\.([^.]+)\\.[^/]+/(.+)$/",
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

  #accountId(): string {
    this.#account ??= new DataAwsCallerIdentity(this, "caller-identity").accountId;
    return this.#account;
  }
}
