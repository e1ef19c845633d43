import type { Budget } from "../expressions/budget";
import type { TerraformResource } from "../resources/terraform-resource";
import type { PlanNames } from "./plan-names";
import type { PlanInstance } from "./planned-resource";

/** What the resources of a plan have in common. */
export interface PlanContext {
  /** What stands before each address, so that it is unique among what is proved together. */
  readonly prefix: string;
  readonly names: PlanNames;
  readonly budget: Budget;
  /** The resources by their addresses. */
  readonly resources: Map<string, PlanInstance>;
  /**
   * A resource as the configuration beside the plan has it, by its address.
   *
   * @default - there is no configuration beside the plan
   */
  readonly beside?: ((address: string) => TerraformResource | undefined) | undefined;
  /** The accounts that the plan has looked up, by the addresses of the providers. */
  readonly accounts: ReadonlyMap<string, string>;
  /** Whether resources of their own add to the blocks of a resource. */
  addsTo(type: string, id: string): boolean;
  /**
   * The only VPC that the plan creates, where it looks up no other one after the apply has begun. Its id is the only id of a
   * VPC that the plan cannot know, so whatever VPC is not known yet is this one.
   *
   * @default - there are several, or none
   */
  onlyNewVpc?: PlanInstance;
}
