import type { Fact } from "./fact";
import { type Identity, sameIdentity } from "./identity";

/** Things by what they belong to. */
export class Grouped<T> {
  readonly #byId = new Map<string, T[]>();
  readonly #open: (readonly [item: T, id: Fact<Identity>])[] = [];

  constructor(items: readonly T[], of: (item: T) => Fact<Identity>) {
    for (const item of items) {
      const id = of(item);
      if (!id.known || id.value.kind === "symbol") this.#open.push([item, id]);
      if (!id.known) continue;
      const group = this.#byId.get(id.value.text);
      if (group === undefined) this.#byId.set(id.value.text, [item]);
      else group.push(item);
    }
  }

  /** Those that belong to something, and those of which that is not known. */
  of(id: Identity): { readonly items: readonly T[]; readonly possible: readonly T[] } {
    const possible = this.#open.flatMap(([item, of]) =>
      of.known && sameIdentity(of.value, id) !== "unknown" ? [] : [item],
    );
    return { items: this.#byId.get(id.text) ?? [], possible };
  }
}
