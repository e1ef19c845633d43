import type { Acceptance } from "./resources/annotations";
import type { OpaqueModule, TerraformResource } from "./resources/terraform-resource";
import type { SaidFact } from "./said/said-fact";

/** Everything that was read of one or more configurations. */
export interface TerraformReading {
  readonly resources: readonly TerraformResource[];
  readonly modules: readonly OpaqueModule[];
  /** Ids of the VPCs of which a snapshot is among the resources. */
  readonly networks: readonly string[];
  /** Ids of those of which the snapshot does not tell all private hosted zones and Resolver rules. */
  readonly namesNotRead: readonly string[];
  /** Whether a plan is of a part of its configuration. */
  readonly isPartial: boolean;
  /** What comments say of VPCs that exist. */
  readonly said: readonly SaidFact[];
  /** What the configurations accept knowingly. */
  readonly accepted: readonly Acceptance[];
}
