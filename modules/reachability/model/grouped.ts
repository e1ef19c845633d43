import type { Fact } from "./fact";
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
  readonly #byId = new Map<string, T[]>();
  readonly #open: Owned<T>[] = [];

  constructor(items: readonly T[], ownerOf: (item: T) => Fact<Identity>) {
    for (const item of items) {
      const owner = ownerOf(item);
      if (!owner.known || owner.value.kind === "symbol" || owner.value.kind === "adopted")
        this.#open.push([item, owner]);
      if (!owner.known) continue;
      const siblings = this.#byId.get(owner.value.text);
      if (siblings === undefined) this.#byId.set(owner.value.text, [item]);
      else siblings.push(item);
    }
  }

  /** Those that belong to something, and those that may. */
  of(id: Identity): Members<T> {
    return {
      items: this.#byId.get(id.text) ?? [],
      possible: this.#open.flatMap(([item, owner]) =>
        !owner.known || sameIdentity(owner.value, id) === "unknown" ? [item] : [],
      ),
    };
  }
}
