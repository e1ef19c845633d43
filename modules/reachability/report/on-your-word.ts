import { groupedBy } from "../../values/grouped-by";
import type { Proof } from "../model/proof";

/** What the proof takes on somebody's word, by the network of which it is said. */
export function assumptionsByNetwork({ assumptions = [] }: Proof): ReadonlyMap<string, readonly string[]> {
  const byNetwork = groupedBy(assumptions, ({ network }) => network);
  return new Map(Array.from(byNetwork, ([network, group]) => [network, group.map(({ text }) => text)]));
}

/** The heading of what is taken on somebody's word. */
export function onYourWord(network: string): string {
  return `On your word, as the network "${network}" says it`;
}
