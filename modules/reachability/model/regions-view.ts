import { knownValue } from "./fact";
import { Grouped } from "./grouped";
import type { Identity } from "./identity";
import type { NetworkModel } from "./network-model";
import type { RegionClue } from "./region-clue";

/** A clue whose Region is known. */
export type KnownRegionClue = Omit<RegionClue, "region"> & { readonly region: string };

/** In which Region each VPC is, as far as the network tells. */
export class RegionsView {
  /** The VPCs of which something tells the Region. */
  readonly vpcs: readonly Identity[];
  readonly #clues: Grouped<RegionClue>;

  constructor({ regionClues }: Pick<NetworkModel, "regionClues">) {
    const ids = regionClues.flatMap(({ vpc }) => knownValue(vpc) ?? []);
    this.vpcs = [...new Map(ids.map((id) => [id.text, id])).values()];
    this.#clues = new Grouped(regionClues, ({ vpc }) => vpc);
  }

  /** What tells the Region of a VPC: the VPC itself before what is in it. */
  cluesOf(vpc: Identity): readonly KnownRegionClue[] {
    return this.#clues.of(vpc).items.flatMap((clue) => {
      const region = knownValue(clue.region);
      return region === undefined ? [] : [{ ...clue, region }];
    });
  }
}
