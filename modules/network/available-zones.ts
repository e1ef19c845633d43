import { DataAwsAvailabilityZones } from "@cdktf/provider-aws/lib/data-aws-availability-zones";
import { Fn } from "cdktf";
import { Construct } from "constructs";

/** The Availability Zones that the account has in the provider's Region, looked up when Terraform runs. */
export class AvailableZones extends Construct {
  readonly #names: string[];

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.#names = new DataAwsAvailabilityZones(this, "Resource", {
      state: "available",
      // Leaves out Local Zones and Wavelength Zones, which have no interface endpoints for most services.
      filter: [{ name: "opt-in-status", values: ["opt-in-not-required"] }],
    }).names;
  }

  /** The names of the first zones, as tokens. */
  first(count: number): string[] {
    return Array.from({ length: count }, (_, index) => Fn.element(this.#names, index));
  }
}
