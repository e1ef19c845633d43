import { isObject } from "../values/is-object";
import type { NetworkSnapshot } from "./network-snapshot";

/** What a snapshot says: each thing by its id with what it is called, each fact by the thing and its name. */
type Said = ReadonlyMap<string, string>;

/** What stands between a thing and what is said of it. */
const OF = " › ";

/**
 * What of a VPC has changed between two snapshots, a line for each: `-` is gone, `~` is another value, `+` is new. What one of
 * them has not read is not compared.
 *
 * @returns none where both are the same
 */
export function compareSnapshots(before: NetworkSnapshot, now: NetworkSnapshot): readonly string[] {
  const [old, current] = [said(before, now), said(now, before)];
  const gone = [...old].filter(([what]) => isFirstMissing(what, old, current));
  const come = [...current].filter(([what]) => isFirstMissing(what, current, old));
  const other = [...current].filter(([what, value]) => old.has(what) && old.get(what) !== value);
  return [
    ...gone.map(([what, value]) => `- ${withValue(what, value)}`),
    ...other.map(([what, value]) => `~ ${what}: ${old.get(what)} is now ${value}`),
    ...come.map(([what, value]) => `+ ${withValue(what, value)}`),
  ];
}

function withValue(what: string, value: string): string {
  return value === "" ? what : `${what}: ${value}`;
}

/** Whether something is missing, and not because what it is part of is. */
function isFirstMissing(what: string, those: Said, others: Said): boolean {
  if (others.has(what)) return false;
  const steps = what.split(OF);
  const outer = steps.map((_, index) => steps.slice(0, index).join(OF));
  return !outer.some((each) => those.has(each) && !others.has(each));
}

function said({ format: _, version: __, notRead: ___, ...sections }: NetworkSnapshot, other: NetworkSnapshot): Said {
  const lines = new Map<string, string>();
  for (const [section, value] of Object.entries(sections)) {
    if (!Object.hasOwn(other, section)) continue;
    if (Array.isArray(value))
      for (const each of value) say(lines, idOf(each) ?? `${section}${OF}${String(each)}`, each);
    else say(lines, idOf(value) ?? section, value);
  }
  return lines;
}

/** A thing has a line of its own and one for each of its facts; anything else is a fact. */
function say(lines: Map<string, string>, name: string, value: unknown): void {
  if (!isObject(value)) {
    lines.set(name, typeof value === "string" ? value : JSON.stringify(value));
    return;
  }
  const label = value["serviceName"] ?? value["name"];
  lines.set(name, typeof label === "string" ? label : "");
  for (const [field, fact] of Object.entries(value)) {
    if (["id", "name", "serviceName"].includes(field)) continue;
    if (Array.isArray(fact)) for (const each of fact) sayElement(lines, `${name}${OF}${field}`, each);
    else if (idOf(fact) === undefined) say(lines, `${name}${OF}${field}`, isObject(fact) ? JSON.stringify(fact) : fact);
    else sayElement(lines, `${name}${OF}${field}`, fact);
  }
}

/** An element of a list, which is what it says where it has no id. */
function sayElement(lines: Map<string, string>, name: string, value: unknown): void {
  const id = idOf(value);
  if (id !== undefined && isObject(value)) {
    lines.set(`${name}${OF}${id}`, wordsOf(value));
  } else lines.set(`${name}${OF}${isObject(value) ? wordsOf(value) : String(value)}`, "");
}

function wordsOf({ id: _, ...facts }: Readonly<Record<string, unknown>>): string {
  return Object.entries(facts)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(", ");
}

function idOf(value: unknown): string | undefined {
  const id = isObject(value) ? value["id"] : undefined;
  return typeof id === "string" ? id : undefined;
}
