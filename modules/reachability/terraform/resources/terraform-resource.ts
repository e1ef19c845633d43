import type { Lack } from "../../model/fact";
import type { ReferenceValue, Value } from "../expressions/value";
import type { Annotations } from "./annotations";

/** A resource or a data source of a configuration: one instance of it, with `count` and `for_each` carried out. */
export interface TerraformResource {
  /** Address that is unique among everything that is proved together, for example `"aws_vpc.main"`. */
  readonly address: string;
  readonly mode: "managed" | "data";
  /** For example `"aws_vpc"`. */
  readonly type: string;
  /** Region of its provider, or its own. */
  readonly region: Value;
  /** The address of the provider. */
  readonly provider: string;
  /** What tells accounts apart. @default - the provider */
  readonly credentials?: string;
  /** Number of the account, where a plan has looked it up. @default - not known */
  readonly account?: string;
  /** What it says about itself in a comment. @default - nothing; a plan has no comments */
  readonly annotations?: Annotations;
  /** What its comment says of a VPC that exists. @default - nothing */
  readonly said?: Value | undefined;
  /** What the comment of a task definition says of how the task is started. @default - nothing */
  readonly saidLaunch?: Value | undefined;
  /** What the comment of a task definition says of what its application does with which things. @default - nothing */
  readonly saidGrants?: Value | undefined;
  /** What the comment of a task definition says of the keys with which is encrypted what ECS reads for the task. @default - nothing */
  readonly saidKeys?: Value | undefined;
  /** What the comment of a task definition, or of an egress rule, says of what tasks call in their VPC. @default - nothing */
  readonly saidCalls?: Value | undefined;
  /** Of a data source: whether all that it looks up is there, as in a plan that has read it. @default false */
  readonly isRead?: boolean;
  /** Whether the plan creates it. @default - not known, as in a configuration */
  readonly created?: boolean;
  /** An argument as it is given; absent where it is not, also where AWS fills it in then. Of a data source, what it has looked up. */
  argument(name: string): Value;
  /** An argument as each instance has it, where nobody knows how many there are. @default - their number is known */
  argumentOfEach?(name: string): Value;
  /** An attribute as others see it: the argument where it is given, else a reference. */
  attribute(name: string): Value;
}

/** An attribute of a resource that only an apply knows. */
export function attributeReference(
  { address, type }: Pick<TerraformResource, "address" | "type">,
  attribute: string,
): ReferenceValue {
  return { kind: "reference", address, type, attribute };
}

/** A module whose inside is not part of the JSON. */
export interface OpaqueModule {
  /** For example `"module.vpc"`. */
  readonly address: string;
  /** What it is given. */
  readonly arguments: Value;
  /** What would tell it. @default - that is not known */
  readonly lack?: Lack | undefined;
}
