import type { Fact } from "../model/fact";
import type { Truth } from "../model/truth";
import type { ObjectValue, Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";

/** What starts a task, and how. */
export interface TaskLaunch {
  readonly resource: TerraformResource;
  /** Name of the service. @default - it is no service */
  readonly name?: string | undefined;
  /** Whether it says that the task runs on Fargate. Where it does not, the task definition tells. */
  readonly isForFargate: Truth;
  readonly taskDefinition: Value;
  readonly networkConfiguration: Fact<ObjectValue>;
  readonly platformVersion: Fact<string>;
  readonly executeCommand: Fact<boolean>;
  /** The configuration of Service Connect, where it is on. @default - it is off */
  readonly serviceConnect?: Fact<ObjectValue> | undefined;
  readonly cluster: Value;
  /** Whether it may start the task with roles of its own choice. @default false */
  readonly mayNameRoles?: boolean;
}
