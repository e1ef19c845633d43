import { unknownValue, type Value } from "./value";
import { weightOf } from "./weight";

/** Steps for one document. The largest ones known take a few hundred thousand. */
const MOST_STEPS = 5_000_000;

/** Expressions within expressions, by whatever names they lead to each other. */
const MOST_LEVELS = 300;

/** Parts and characters of a value. A security group with 20,000 rules has a million. */
const LARGEST = 2_000_000;

/** What evaluating one document may take. What would take more is unknown. */
export class Budget {
  #steps = 0;
  readonly #levels: { current: number };

  /** @param other a document that is evaluated together with this one, so that they share the stack */
  constructor(other?: Budget) {
    this.#levels = other === undefined ? { current: 0 } : other.#levels;
  }

  /** The value of one step, if there is room for it. */
  spend(evaluate: () => Value): Value {
    this.#steps++;
    if (this.#steps > MOST_STEPS || this.#levels.current >= MOST_LEVELS) return TOO_LARGE;
    this.#levels.current++;
    try {
      const value = evaluate();
      return weightOf(value) <= LARGEST ? value : TOO_LARGE;
    } finally {
      this.#levels.current--;
    }
  }
}

/** A value that is not worked out. */
export const TOO_LARGE = unknownValue("the value is too large to be worked out here");

/** Whether a value may be made of some others. */
export function fits(values: readonly Value[], times = 1): boolean {
  let sum = 0;
  for (const value of values) sum += weightOf(value);
  return sum * times <= LARGEST;
}
