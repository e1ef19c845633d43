import { groupedBy } from "../../values/grouped-by";
import { type Fact, knownValue } from "./fact";
import { type Identity, sameIdentity } from "./identity";

/** A thing, and what it belongs to. */
interface Owned<T> {
  readonly item: T;
  readonly owner: Fact<Identity>;
}

/** Things by what they belong to. */
export class Grouped<T> {
  readonly #byOwner: ReadonlyMap<string | undefined, readonly Owned<T>[]>;
  readonly #open: readonly Owned<T>[];

  constructor(items: readonly T[], of: (item: T) => Fact<Identity>) {
    const owned = items.map((item): Owned<T> => ({ item, owner: of(item) }));
    this.#byOwner = groupedBy(owned, ({ owner }) => knownValue(owner)?.text);
    this.#open = owned.filter(({ owner }) => !owner.known || owner.value.kind === "symbol");
  }

  /** Those that belong to something, and those of which that is not known. */
  of(id: Identity): { readonly items: readonly T[]; readonly possible: readonly T[] } {
    const possible = this.#open.filter(({ owner }) => !owner.known || sameIdentity(owner.value, id) === "unknown");
    return { items: (this.#byOwner.get(id.text) ?? []).map(itemOf), possible: possible.map(itemOf) };
  }
}

function itemOf<T>({ item }: Owned<T>): T {
  return item;
}
