import { isUnknown, type Maybe, type RandomNetwork, type Unknown } from "./network";

/** What an apply may come to: a value for everything that is not known. */
export class World {
  readonly network: RandomNetwork;
  /** Whether what nobody looks into (an appliance, a transit gateway) passes packets on, and their answers back. */
  readonly boxPasses: boolean;
  readonly #values: ReadonlyMap<string, unknown>;
  readonly #made = new Map<string, unknown>();

  constructor(network: RandomNetwork, values: ReadonlyMap<string, unknown>, boxPasses: boolean) {
    this.network = network;
    this.boxPasses = boxPasses;
    this.#values = values;
  }

  value<T>(value: Maybe<T>): T {
    if (!isUnknown(value)) return value;
    const index = value.of.findIndex((each) => Object.is(each, this.#values.get(value.unknown)));
    const [first] = value.of;
    const found = value.of[index] ?? first;
    if (found === undefined) throw new Error(`${value.unknown} has no value`);
    return found;
  }

  once<T>(key: string, make: () => readonly T[]): readonly T[] {
    const made = this.#made.get(key);
    if (Array.isArray(made)) return made;
    const value = make();
    this.#made.set(key, value);
    return value;
  }
}

/** Everything that an apply may come to. */
export function worldsOf(network: RandomNetwork): readonly World[] {
  const choices = [...unknownsIn(network)].reduce<readonly ReadonlyMap<string, unknown>[]>(
    (worlds, { unknown, of }) => worlds.flatMap((world) => of.map((value) => new Map([...world, [unknown, value]]))),
    [new Map()],
  );
  return choices.flatMap((values) => [true, false].map((passes) => new World(network, values, passes)));
}

function* unknownsIn(value: unknown): Generator<Unknown<unknown>> {
  if (isUnknown(value)) yield value;
  else if (typeof value === "object" && value !== null)
    for (const each of Object.values(value)) yield* unknownsIn(each);
}
