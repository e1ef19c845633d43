/** What a search has reached, at what cost and from where. It is made once for a picture: a hundred searches would each fill it anew. */
export class Reached {
  readonly #costs: Float64Array;
  readonly #before: Int32Array;
  /** The search that has written each. */
  readonly #searches: Int32Array;
  #search = 0;

  constructor(states: number) {
    this.#costs = new Float64Array(states);
    this.#before = new Int32Array(states);
    this.#searches = new Int32Array(states);
  }

  /** Forgets everything. */
  begin(): void {
    this.#search += 1;
  }

  costOf(state: number): number {
    return this.#searches[state] === this.#search ? (this.#costs[state] ?? 0) : Number.POSITIVE_INFINITY;
  }

  /** @returns undefined where the search began */
  before(state: number): number | undefined {
    const before = this.#before[state] ?? -1;
    return before === -1 ? undefined : before;
  }

  write(state: number, cost: number, before: number | undefined): void {
    this.#costs[state] = cost;
    this.#before[state] = before ?? -1;
    this.#searches[state] = this.#search;
  }
}
