import type { Value } from "../expressions/value";
import type { SaidFact, SaidPart, SaidThing } from "./said-fact";

/** What is said, whoever says it. */
export type Told = Pick<SaidFact, "text" | "parts">;

/** Something that is said of one thing. */
export function told(text: string, thing: SaidThing, given: SaidPart["arguments"]): Told {
  return { text, parts: [{ thing, arguments: given }] };
}

/** A thing whose id nobody says. */
export function nameless(type: string, address: string): SaidThing {
  const id: Value = { kind: "reference", address: `${address}.id`, attribute: "" };
  return { mode: "managed", type, address, id };
}
