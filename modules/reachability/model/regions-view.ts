import { groupedBy } from "../../values/grouped-by";
import { knownValue } from "./fact";
import type { Identity } from "./identity";
import type { NetworkModel } from "./network-model";
import type { RegionClue } from "./region-clue";

/** A clue whose Region is known. */
export type KnownRegionClue = Omit<RegionClue, "region"> & { readonly region: string };

/** In which Region each VPC is, as far as the network tells. */
export class RegionsView {
  /** The VPCs of which something tells the Region. */
  readonly vpcs: readonly Identity[];
  readonly #clues: ReadonlyMap<string | undefined, readonly KnownRegionClue[]>;

  constructor({ regionClues }: Pick<NetworkModel, "regionClues">) {
    const ids = regionClues.flatMap(({ vpc }) => knownValue(vpc) ?? []);
    this.vpcs = [...new Map(ids.map((id) => [id.text, id])).values()];
    const clues = regionClues.flatMap((clue): KnownRegionClue[] => {
      const region = knownValue(clue.region);
      return region === undefined ? [] : [{ ...clue, region }];
    });
    this.#clues = groupedBy(clues, ({ vpc }) => knownValue(vpc)?.text);
  }

  /** What tells the Region of a VPC: the VPC itself before what is in it. */
  cluesOf(vpc: Identity): readonly KnownRegionClue[] {
    return this.#clues.get(vpc.text) ?? [];
  }
}
