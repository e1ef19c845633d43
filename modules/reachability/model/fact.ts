/** Something of the network that is known, or of which the Terraform at hand does not tell. */
export type Fact<T> = Known<T> | Unknown;

/** A fact that is known. */
export interface Known<T> {
  readonly known: true;
  readonly value: T;
}

/**
 * What would tell something without an apply: the value of a variable, the files of a module that Terraform fetches, the
 * configuration whose state is read, or the workspace that is chosen.
 */
export type Lack = "variable" | "module" | "state" | "workspace";

/** A fact that is not known. */
export interface Unknown {
  readonly known: false;
  /** Why not, as a clause: `"${var.vpc_id} is filled in when Terraform runs"`. */
  readonly because: string;
  /** What would tell it. @default - only an apply does */
  readonly lack?: Lack | undefined;
}

/** A fact that is known. */
export function known<T>(value: T): Known<T> {
  return { known: true, value };
}

/** A fact that is not known. */
export function unknown(because: string, lack?: Lack): Unknown {
  return { known: false, because, ...(lack === undefined ? {} : { lack }) };
}

/** What follows from a fact. */
export function mapFact<T, Result>(fact: Fact<T>, map: (value: T) => Result): Fact<Result> {
  return fact.known ? known(map(fact.value)) : fact;
}

/** The value where it is known. */
export function knownValue<T>(fact: Fact<T>): T | undefined {
  return fact.known ? fact.value : undefined;
}

/** What is read of every thing of a list, if all of it is known. */
export function eachFact<T, Result>(
  list: Fact<readonly T[]>,
  read: (thing: T) => Fact<Result>,
): Fact<readonly Result[]> {
  return list.known ? allKnown(list.value.map(read)) : list;
}

/** All values, if every one is known. */
export function allKnown<T>(facts: readonly Fact<T>[]): Fact<readonly T[]> {
  const values: T[] = [];
  for (const fact of facts) {
    if (!fact.known) return fact;
    values.push(fact.value);
  }
  return known(values);
}
