import { type Cidr, parseCidr } from "../../addressing/cidr";
import { eachFact, type Fact, known, type Unknown, unknown } from "../model/fact";
import { openSymbol, WHEN_RUN } from "../terraform/expressions/open-symbol";
import { isSymbolic, symbolicText } from "../terraform/expressions/symbolic-text";
import { ABSENT, isAbsent, type ObjectValue, type Value } from "../terraform/expressions/value";

/** Why a value is not a fact. */
export function notKnown(value: Value): Unknown {
  switch (value.kind) {
    case "unknown":
      return unknown(value.because, value.lack);
    case "text": {
      const open = value.parts.find((part) => !isSymbolic(part));
      return notKnown(open ?? openSymbol(value));
    }
    case "reference":
      return notKnown(openSymbol(value));
    case "list":
    case "object":
      return unknown(`${value.kind === "list" ? "a list" : "a block"} stands where one value is expected`);
    default:
      return unknown(`${symbolicText(value)} ${WHEN_RUN}`);
  }
}

export function textFact(value: Value, absent?: string): Fact<string> {
  if (value.kind === "literal" && value.value !== null) return known(String(value.value));
  if (isAbsent(value)) return absent === undefined ? unknown("it is not given") : known(absent);
  return notKnown(value);
}

/** A number, or a text of digits. */
export function numberFact(value: Value, absent?: number): Fact<number> {
  if (value.kind === "literal" && value.value !== null && /^-?\d+$/.test(String(value.value))) {
    return known(Number(value.value));
  }
  if (isAbsent(value)) return absent === undefined ? unknown("it is not given") : known(absent);
  return notKnown(value);
}

/** A truth value, as such or as text. */
export function booleanFact(value: Value, absent: boolean): Fact<boolean> {
  if (value.kind === "literal" && (value.value === true || value.value === "true")) return known(true);
  if (value.kind === "literal" && (value.value === false || value.value === "false")) return known(false);
  return isAbsent(value) ? known(absent) : notKnown(value);
}

/** The elements of a list. One that is not given has none. */
export function listFact(value: Value): Fact<readonly Value[]> {
  if (value.kind === "list") return known(value.items);
  return isAbsent(value) ? known([]) : notKnown(value);
}

/** The blocks of an argument, which JSON may write as a list or as a single object. */
export function blocksFact(value: Value): Fact<readonly ObjectValue[]> {
  if (value.kind === "object") return known([value]);
  return eachFact(listFact(value), (item) => (item.kind === "object" ? known(item) : notKnown(item)));
}

/** Arguments of a resource or a block, by name. */
export type Argument = (name: string) => Value;

/** What is read of each block of an argument, and whether that is all: blocks may be known only when Terraform runs. */
export function inlineBlocks<Item>(
  value: Value,
  read: (argument: Argument) => readonly Item[],
): { readonly items: readonly Item[]; readonly complete: boolean } {
  const blocks = blocksFact(value);
  if (!blocks.known) return { items: [], complete: false };
  return { items: blocks.value.flatMap((block) => read((name) => memberOf(block, name))), complete: true };
}

/** Whether an argument is not given. A plan writes such an argument of a block as empty text. */
export function isEmpty(value: Value): boolean {
  return isAbsent(value) || (value.kind === "literal" && value.value === "");
}

/** An IPv4 address block. */
export function cidrFact(value: Value): Fact<Cidr> {
  const text = textFact(value);
  if (!text.known) return text;
  const parsed = parseCidr(text.value);
  return "cidr" in parsed ? known(parsed.cidr) : unknown(`"${text.value}" is not an IPv4 address block`);
}

/** A member of a block; absent where it is not given. */
export function memberOf(block: ObjectValue, name: string): Value {
  return Object.hasOwn(block.members, name) ? (block.members[name] ?? ABSENT) : ABSENT;
}
