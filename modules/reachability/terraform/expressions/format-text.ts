import { jsonText } from "./json-text";
import { booleanOf, numberOf, textOf } from "./known-value";
import { joinText, literal, type Value } from "./value";

const VERB = /%(?:%|([-+0]*)(\d{0,3})(?:\.(\d{1,2}))?(?:\[(\d{1,3})\])?([sdvtqxXobf]))/g;

/** How a value is written: the letter, with what stands before it. */
interface Verb {
  readonly letter: string;
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
}

/** Bases of whole numbers. */
const BASES: Readonly<Record<string, number | undefined>> = { d: 10, x: 16, X: 16, o: 8, b: 2 };

/**
 * A text by a format of Terraform: the verbs `%s`, `%d`, `%v`, `%q`, `%t`, `%x`, `%X`, `%o`, `%b` and `%f`, with the flags `-`, `+`
 * and `0`, a width, a precision and the index of an argument.
 *
 * Source: https://developer.hashicorp.com/terraform/language/functions/format
 */
export function format(template: Value | undefined, given: readonly Value[]): Value | undefined {
  const text = textOf(template);
  if (text === undefined || text.replaceAll(VERB, "").includes("%")) return undefined;
  const parts: Value[] = [];
  let end = 0;
  let next = 0;
  for (const match of text.matchAll(VERB)) {
    const [whole, flags = "", width, precision, index, letter] = match;
    parts.push(literal(text.slice(end, match.index)));
    end = match.index + whole.length;
    if (letter === undefined) {
      parts.push(literal("%"));
      continue;
    }
    // What follows an index goes on from there.
    const at = index === undefined ? next : Number(index) - 1;
    next = at + 1;
    const verb = {
      letter,
      flags,
      width: Number(width),
      precision: precision === undefined ? undefined : Number(precision),
    };
    const part = formatted(verb, given[at]);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  parts.push(literal(text.slice(end)));
  return joinText(parts);
}

function formatted(verb: Verb, value: Value | undefined): Value | undefined {
  if (value === undefined) return undefined;
  if (value.kind === "literal") {
    const text = written(verb, value);
    return text === undefined ? undefined : literal(padded(verb, text));
  }
  const isText = value.kind === "text" || value.kind === "reference" || value.kind === "unknown";
  const isPlain = verb.flags === "" && verb.width === 0 && verb.precision === undefined;
  return isText && isPlain && (verb.letter === "s" || verb.letter === "v") ? value : undefined;
}

/** @returns `undefined` where the verb does not fit, or where it is not carried out */
function written({ letter, flags, precision }: Verb, value: Value): string | undefined {
  const number = numberOf(value);
  const base = BASES[letter];
  const sign = flags.includes("+") && number !== undefined && number >= 0 ? "+" : "";
  if (letter === "f") {
    const digits = number === undefined ? undefined : rounded(number, precision ?? 6);
    return digits === undefined ? undefined : `${sign}${digits}`;
  }
  if (precision !== undefined) return undefined;
  if (base !== undefined) {
    if (number === undefined || !Number.isSafeInteger(number)) return undefined;
    const digits = number.toString(base);
    return `${sign}${letter === "X" ? digits.toUpperCase() : digits}`;
  }
  if (flags.includes("+") || (letter === "t" && booleanOf(value) === undefined)) return undefined;
  return letter === "q" ? textOf(jsonText(value)) : textOf(value);
}

/** @returns `undefined` halfway between two, where Terraform takes the even one and JavaScript the larger one */
function rounded(number: number, precision: number): string | undefined {
  return Math.abs((number * 10 ** precision) % 1) === 0.5 ? undefined : number.toFixed(precision);
}

/** Zeros stand behind the sign, and never at the end. A truth value has no width. */
function padded({ letter, flags, width }: Verb, text: string): string {
  if (letter === "t") return text;
  if (flags.includes("-")) return text.padEnd(width);
  if (!flags.includes("0")) return text.padStart(width);
  const [, sign = "", digits = ""] = /^([-+]?)([\s\S]*)$/.exec(text) ?? [];
  return sign + digits.padStart(width - sign.length, "0");
}
