import type { TerraformJson } from "../expressions/terraform-json";
import type { PlanResource } from "./plan-resource";

/** A resource of a plan, as it is after the apply. */
export interface PlannedResource {
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  /** Its name in its module, for example `"aws_vpc.main"`. */
  readonly name: string;
  readonly key?: string | number;
  readonly values: TerraformJson;
  /** Which of the values only the apply knows: `true`, or the same for what is inside. */
  readonly unknown: TerraformJson;
  readonly created: boolean;
}

/** What the resources of a plan have in common. */
export interface PlanSurroundings {
  /** The resources by their addresses. */
  readonly resources: Map<string, PlanResource>;
  /** Whether resources of their own add to the blocks of a resource. */
  addsTo(type: string, id: string): boolean;
  /**
   * The only VPC that the plan creates, where it looks up no other one after the apply has begun. Its id is the only id of a
   * VPC that the plan cannot know, so whatever VPC is not known yet is this one.
   *
   * @default - there are several, or none
   */
  onlyNewVpc?: PlanResource;
}
