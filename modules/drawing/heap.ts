/** Things by a number, the smallest first; of equal ones the order depends on nothing but the order in which they came. */
export class Heap {
  readonly #keys: number[] = [];
  readonly #values: number[] = [];

  get size(): number {
    return this.#keys.length;
  }

  push(key: number, value: number): void {
    let at = this.#keys.length;
    this.#keys.push(key);
    this.#values.push(value);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((this.#keys[parent] ?? 0) <= key) break;
      this.#move(parent, at);
      at = parent;
    }
    this.#set(at, key, value);
  }

  /** Takes the smallest. @returns undefined where there is none */
  pop(): { readonly key: number; readonly value: number } | undefined {
    const [key] = this.#keys;
    const [value] = this.#values;
    const lastKey = this.#keys.pop();
    const lastValue = this.#values.pop();
    if (key === undefined || value === undefined || lastKey === undefined || lastValue === undefined) return undefined;
    const size = this.#keys.length;
    if (size === 0) return { key, value };
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && (this.#keys[child + 1] ?? 0) < (this.#keys[child] ?? 0)) child += 1;
      if ((this.#keys[child] ?? 0) >= lastKey) break;
      this.#move(child, at);
      at = child;
    }
    this.#set(at, lastKey, lastValue);
    return { key, value };
  }

  #move(from: number, to: number): void {
    this.#set(to, this.#keys[from] ?? 0, this.#values[from] ?? 0);
  }

  #set(at: number, key: number, value: number): void {
    this.#keys[at] = key;
    this.#values[at] = value;
  }
}
