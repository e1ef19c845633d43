import type { Fact } from "./fact";
import type { Identity } from "./identity";

/** Something that tells in which Region a VPC is. */
export interface RegionClue {
  readonly vpc: Fact<Identity>;
  /** Address of the resource that tells it. */
  readonly address: string;
  readonly region: Fact<string>;
  /**
   * How it tells it: a provider creates or looks up the VPC or something in it, a zone is one of the Region, or the network of a
   * program says so.
   */
  readonly kind: "created" | "looked-up" | "zone" | "network";
}
