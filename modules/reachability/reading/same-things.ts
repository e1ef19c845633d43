import type { Fact } from "../model/fact";
import type { Identity } from "../model/identity";
import type { NetworkThing } from "../model/network-model";

/** Each thing once, of which several data sources may tell: the first that knows something counts. */
export function eachThingOnce<T extends NetworkThing>(things: readonly T[]): readonly T[] {
  const byId = new Map<string, T>();
  for (const thing of things) {
    const known = byId.get(thing.id.text);
    byId.set(thing.id.text, known === undefined ? thing : filledIn(known, thing));
  }
  return [...byId.values()];
}

function filledIn<T extends NetworkThing>(thing: T, other: T): T {
  const own = new Map<string, unknown>(Object.entries(thing));
  const known = new Map<string, unknown>(Object.entries(other));
  const filled = [...known].filter(([name, value]) => {
    const fact = own.get(name);
    return isFact(value) && value.known && isFact(fact) && (!fact.known || isOwnAttribute(fact.value, thing));
  });
  return { ...thing, ...Object.fromEntries(filled) };
}

/** Whether an identity is an attribute of a thing itself, so that it tells nothing of what the thing is in. */
function isOwnAttribute(value: unknown, { address }: NetworkThing): boolean {
  return isIdentity(value) && value.kind === "symbol" && value.text.includes(`${address}.`);
}

function isFact(value: unknown): value is Fact<unknown> {
  return typeof value === "object" && value !== null && "known" in value;
}

function isIdentity(value: unknown): value is Identity {
  return typeof value === "object" && value !== null && "kind" in value && "text" in value;
}
