import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";
import type { AskedRequest } from "../asks/ask";
import type { RightTo } from "../asks/role-statements";
import type { Thing } from "../asks/thing";
import { namedSecretArn, ownArn, rightToThing, type ThingPlace } from "../asks/thing-arns";
import { parseEcrRepositoryUrl } from "../aws/ecr-repository-url";
import type { PolicyStatement } from "../aws/policy-document";
import { arnPartition } from "../aws/region";
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
  readonly #place: ThingPlace;
  #account: string | undefined;

  constructor(scope: Construct, id: string, props: TaskArnsProps) {
    super(scope, id);
    this.#props = props;
    const { region, logGroup } = props;
    // Each read of an attribute makes a token.
    const logGroupArn = logGroup?.arn ?? "";
    this.#place = {
      partition: arnPartition(region),
      region,
      accountId: () => this.#accountId(),
      logGroup: { arn: () => logGroupArn, name: () => logGroup?.name ?? "" },
    };
  }

  /** What a request is about, as a statement of a role has it. */
  rightTo({ on, onlyFromVpc }: AskedRequest): RightTo {
    const made = this.#madeByTerraform(on);
    const right = made === undefined ? rightToThing(on, this.#place) : { resources: [made] };
    const { onlyFromVpc: vpc } = this.#props;
    if (onlyFromVpc !== true || vpc === undefined) return right;
    return { ...right, conditions: { ...right.conditions, StringEquals: { "aws:SourceVpc": vpc } } };
  }

  /** The ARN of a role of the account. @param pathAndName for example `"/orders-execution-*"` */
  roleArn(pathAndName: string): string {
    return `arn:${this.#place.partition}:iam::${this.#accountId()}:role${pathAndName}`;
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
      ArnLike: { "aws:SourceArn": `arn:${this.#place.partition}:ecs:${this.#place.region}:${account}:*` },
    };
  }

  /** The ARN of a thing whose name Terraform fills in. @returns `undefined` where all of it is written */
  #madeByTerraform(on: Thing): string | undefined {
    switch (on.kind) {
      case "repository":
        return on.arn === undefined && parseEcrRepositoryUrl(on.url) === undefined
          ? this.#repository(on.url)
          : undefined;
      case "parameter": {
        const { parameter, arn } = on;
        if (arn !== undefined || !isUnresolved(parameter)) return undefined;
        return arnOr(parameter, Fn.join("", [this.#own("ssm", "parameter/"), Fn.trimprefix(parameter, "/")]));
      }
      case "secret":
        if (on.isArn === true || !isUnresolved(on.secret)) return undefined;
        return arnOr(on.secret, namedSecretArn(this.#place, on.secret));
      case "key":
        return isUnresolved(on.key) ? arnOr(on.key, Fn.join("", [this.#own("kms", "key/"), on.key])) : undefined;
      case "bucket-of-object":
        if (!isUnresolved(on.objectArn)) return undefined;
        return Token.asString(Fn.element(Fn.split("/", on.objectArn), 0));
      default:
        return undefined;
    }
  }

  #repository(url: string): string {
    return Fn.replace(
      url,
      // Without a tag or digest, which a URI from a public parameter of AWS's may have. Brackets, because Terraform
      // takes a backslash in a template for an escape of its own.
      "/^([0-9]+)[.]dkr[.-]ecr(-fips)?[.]([^.]+)[.][^/]+/([^:@]+).*$/",
      `arn:${this.#place.partition}:ecr:$3:$1:repository/$4`,
    );
  }

  #own(service: string, resource: string): string {
    return ownArn(this.#place, service, resource);
  }

  #accountId(): string {
    this.#account ??= new DataAwsCallerIdentity(this, "caller-identity").accountId;
    return this.#account;
  }
}

/** A value that Terraform fills in: itself where it is an ARN, else the ARN that is made of it. */
function arnOr(value: string, made: string): string {
  return Token.asString(Fn.conditional(Fn.startswith(value, "arn:"), value, made));
}
