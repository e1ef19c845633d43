import { groupedBy } from "../../values/grouped-by";
import { type Fact, knownValue } from "./fact";
import { type Identity, sameIdentity } from "./identity";

/** What belongs to something. */
export interface Members<T> {
  readonly items: readonly T[];
  /** Those of which it is not known whether they belong to it. */
  readonly possible: readonly T[];
}

/** What is known of a set, and what may belong to it as well. */
export interface OpenSet<T> extends Members<T> {
  /** Why there may be others elsewhere. @default - there are none */
  readonly others?: string;
}

type Owned<T> = readonly [item: T, owner: Fact<Identity>];

/** Things by what they belong to. */
export class Grouped<T> {
  readonly #byId: ReadonlyMap<string | undefined, readonly Owned<T>[]>;
  readonly #open: readonly Owned<T>[];

  constructor(items: readonly T[], ownerOf: (item: T) => Fact<Identity>) {
    const owned = items.map((item): Owned<T> => [item, ownerOf(item)]);
    this.#byId = groupedBy(owned, ([, owner]) => knownValue(owner)?.text);
    this.#open = owned.filter(([, owner]) => !owner.known || ["symbol", "adopted"].includes(owner.value.kind));
  }

  /** Those that belong to something, and those that may. */
  of(id: Identity): Members<T> {
    const mayBe = ([, owner]: Owned<T>) => !owner.known || sameIdentity(owner.value, id) === "unknown";
    const items = (things: readonly Owned<T>[]) => things.map(([item]) => item);
    return { items: items(this.#byId.get(id.text) ?? []), possible: items(this.#open.filter(mayBe)) };
  }
}
