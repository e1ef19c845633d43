import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { Fn, Token } from "cdktf";
import { Construct } from "constructs";
import type { AskedRequest } from "../asks/ask";
import type { RightTo } from "../asks/role-statements";
import type { Thing } from "../asks/thing";
import { namedSecretArn, ownArn, rightToThing, type ThingPlace } from "../asks/thing-arns";
import { ARN_OF_REPOSITORY_URL, parseEcrRepositoryUrl } from "../aws/ecr-repository-url";
import type { PolicyStatement } from "../aws/policy-document";
import { arnPartition } from "../aws/region";
import { functionArgument } from "../internal/function-argument";
import { templateParts } from "../values/template-parts";
import { arnBeside } from "./arn-beside";

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

  /** The ARN of a thing of which Terraform fills in what it is made of. @returns `undefined` where what is written tells it */
  #madeByTerraform(on: Thing): string | undefined {
    switch (on.kind) {
      case "repository":
        return on.arn === undefined && parseEcrRepositoryUrl(on.url) === undefined
          ? arnBeside(on.url, (url) => this.#repository(url))
          : undefined;
      case "parameter":
        if (on.arn !== undefined || !beginsOpen(on.parameter)) return undefined;
        return arnBeside(on.parameter, (parameter) =>
          arnOr(functionArgument(parameter), (name) =>
            Fn.join("", [this.#own("ssm", "parameter/"), Fn.trimprefix(name, "/")]),
          ),
        );
      case "secret":
        if (on.isArn === true || !beginsOpen(on.secret)) return undefined;
        return arnOr(functionArgument(on.secret), (name) => namedSecretArn(this.#place, name));
      case "key":
        if (!beginsOpen(on.key)) return undefined;
        return arnBeside(on.key, (key) =>
          arnOr(functionArgument(key), (id) => Fn.join("", [this.#own("kms", "key/"), id])),
        );
      case "bucket-of-object":
        return beforeSlash(on.objectArn);
      default:
        return undefined;
    }
  }

  #repository(url: string): string {
    return Fn.replace(
      functionArgument(url),
      ARN_OF_REPOSITORY_URL,
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

/** Whether Terraform fills in the beginning, which tells an ARN from a name. */
function beginsOpen(text: string): boolean {
  return templateParts(text)[0]?.opening !== undefined;
}

/** What stands before the first slash, which can be in what Terraform fills in. */
function beforeSlash(text: string): string | undefined {
  const parts = templateParts(text);
  const withSlash = parts.findIndex((part) => part.opening === undefined && part.text.includes("/"));
  const before = withSlash < 0 ? parts : parts.slice(0, withSlash);
  if (before.every(({ opening }) => opening === undefined)) return undefined;
  const [rest = ""] = withSlash < 0 ? [] : (parts[withSlash]?.text.split("/") ?? []);
  const whole = functionArgument(`${before.map((part) => part.text).join("")}${rest}`);
  return Token.asString(Fn.element(Fn.split("/", whole), 0));
}

/** A value that Terraform fills in: itself where it is an ARN, else the ARN that is made of it. */
function arnOr(value: string, made: (name: string) => string): string {
  return Token.asString(Fn.conditional(Fn.startswith(value, "arn:"), value, made(value)));
}
