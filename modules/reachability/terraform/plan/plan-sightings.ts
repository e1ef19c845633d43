import { ownMember } from "../../../values/own-member";
import { symbolicText } from "../expressions/symbolic-text";
import { unknownValue, type Value } from "../expressions/value";
import { isNamed, type Noun } from "./plan-arguments";

/** Things that a name in an expression can stand for; `README.md` has an example. */
export interface Sighting {
  readonly values: readonly Value[];
  /** How often the expression has the name. */
  readonly times: number;
  /**
   * How it is referred to: by name; through `each.value`, which may take it or not; or by a local value or a dynamic block,
   * which a plan does not have.
   */
  readonly by: "name" | "each" | "local";
}

/** One of the instances that `count` or `for_each` makes. */
export interface InstanceKey {
  readonly key: string | number;
  /** How many there are. */
  readonly count: number;
}

/** What an argument takes. */
export interface Wanted {
  /** What it names. @default - anything */
  readonly noun?: Noun | undefined;
  readonly list: boolean;
  /** The instance whose argument it is, where its key can be in the expression. @default - none */
  readonly instance?: InstanceKey | undefined;
  /** Steps that follow a name outside of the expression. @default - none */
  readonly trail?: readonly (string | number)[];
  /** Resource whose argument it is, by its name in its module; it cannot refer to itself. @default - none */
  readonly consumer?: string;
}

/** Whether a value is what an argument takes. Besides what only the apply knows, a list can hold ids that exist. */
export function isWanted(value: Value, { noun, list }: Wanted): boolean {
  const isId = value.kind === "literal" && typeof value.value === "string" && /^[a-z]+-[0-9a-f]+$/.test(value.value);
  if (isId) return list;
  return noun === undefined ? value.kind === "reference" : isNamed(noun, value);
}

/** What a name surely stands for, where it is anything that is wanted. */
export function named(values: readonly Value[], times: number, wanted: Wanted): readonly Sighting[] {
  const meant = values.flatMap((value) => thingMeant(value, wanted) ?? []);
  return meant.length === 0 ? [] : [{ values: meant, times, by: "name" }];
}

/** The one thing that sightings surely stand for, which they nearly always do. @returns `undefined` where there may be others */
export function onlyThing(sightings: readonly Sighting[]): Value | undefined {
  const [first, second] = sightings;
  return first?.by === "name" && second === undefined && first.values.length === 1 ? first.values[0] : undefined;
}

/**
 * What a value names, where that is wanted. Any of the attributes that name a thing is the thing: `"family:revision"` names a task definition
 * by two of them.
 */
export function thingMeant(value: Value, wanted: Wanted): Value | undefined {
  if (!isWanted(value, wanted)) return undefined;
  const { noun } = wanted;
  if (value.kind !== "reference" || noun === undefined || value.type === undefined) return value;
  const usual = ownMember(noun.types, value.type)?.[0];
  return usual === undefined || usual === value.attribute ? value : { ...value, attribute: usual };
}

/** Of a list with as many elements as there are instances, an index means the element at its place. */
export function atIndex(found: readonly Sighting[], { instance }: Wanted): readonly Sighting[] {
  const values = found.flatMap((sighting) => sighting.values);
  const value =
    typeof instance?.key === "number" && values.length === instance.count ? values[instance.key] : undefined;
  const isCertain = found.every(({ by }) => by === "name");
  return value === undefined || !isCertain ? found : [{ values: [value], times: 1, by: "name" }];
}

/**
 * The value of an argument of which a plan tells only what can be in it.
 *
 * @param isComputed whether it is not known either where it is not given
 * @param claims how many instances take the argument out of `each.value`: what occurs as often, each of them has
 */
export function valueOfSightings(
  sightings: readonly Sighting[],
  list: boolean,
  isComputed: boolean,
  claims: () => number,
): Value {
  const named = distinct(sightings.filter(({ by }) => by === "name").flatMap(({ values }) => values));
  const isNew = ({ values }: Sighting) => values.some((value) => !has(named, value));
  const open = sightings.filter((each) => each.by !== "name" && isNew(each));
  if (open.length === 0) return list && named.length > 0 ? listOf(named) : onlyOne(named, list);
  const taken = open.filter(({ by }) => by === "each");
  const units = distinctUnits(open);
  const claimed = taken.length === 0 ? undefined : claims();
  if (taken.length > 0 && distinctUnits(taken).every(({ times }) => times === claimed)) {
    const values = distinct(taken.flatMap((each) => each.values));
    const rest = open.filter((each) => each.by === "local" && each.values.some((value) => !has(values, value)));
    if (list && rest.length === 0) return listOf(distinct([...named, ...values]));
    if (!list && values.length === 1) return onlyOne(values, list);
  }
  const [unit, ...others] = units;
  if (isComputed && taken.length === open.length)
    return unknownValue(`${which(units)} it is, or whether it is given at all`);
  if (named.length === 0 && unit !== undefined && others.length === 0) {
    return list ? listOf(unit.values) : onlyOne(unit.values, list);
  }
  return onlyOne(distinct([...named, ...open.flatMap(({ values }) => values)]), list);
}

function onlyOne(values: readonly Value[], list: boolean): Value {
  const [only, ...others] = values;
  if (only === undefined) return unknownValue("the plan does not tell what it is made of");
  if (others.length === 0) return list ? listOf(values) : only;
  return unknownValue(`${which([{ values }])} it is`);
}

function which(sightings: readonly Pick<Sighting, "values">[]): string {
  const names = distinct(sightings.flatMap(({ values }) => values)).map(nameOf);
  const shown = names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names;
  return `the plan does not tell ${names.length === 1 ? "whether" : "which of"} ${shown.join(", ")}`;
}

function nameOf(value: Value): string {
  return value.kind === "reference" ? value.address : symbolicText(value);
}

/** Sightings of the same things are one unit; how often they occur adds up. */
function distinctUnits(sightings: readonly Sighting[]): readonly Sighting[] {
  const units = new Map<string, Sighting>();
  for (const sighting of sightings) {
    const key = distinct(sighting.values).map(symbolicText).sort().join(" ");
    const known = units.get(key);
    units.set(key, known === undefined ? sighting : { ...known, times: known.times + sighting.times });
  }
  return [...units.values()];
}

function distinct(values: readonly Value[]): readonly Value[] {
  if (values.length < 2) return values;
  return [...new Map(values.map((value) => [symbolicText(value), value])).values()];
}

function has(values: readonly Value[], value: Value): boolean {
  return values.some((other) => symbolicText(other) === symbolicText(value));
}

function listOf(items: readonly Value[]): Value {
  return { kind: "list", items };
}
