import { textOf } from "./known-value";
import type { TerraformFunction } from "./terraform-function";
import { joinText, literal, type Value } from "./value";

/** An end of a text, of which the rest may not be known. */
interface End {
  readonly known: string;
  readonly isWhole: boolean;
}

/** Whether a text begins with another. An attribute `arn` is an ARN, whatever the apply makes it. */
export const startswith: TerraformFunction = ([text, start]) => {
  if (text?.kind === "reference" && text.attribute === "arn" && textOf(start) === "arn:") return literal(true);
  return asLiteral(ends(beginningOf(text), textOf(start), (whole, part) => whole.startsWith(part)));
};

/** Whether a text ends with another. */
export const endswith: TerraformFunction = ([text, end]) =>
  asLiteral(ends(endingOf(text), textOf(end), (whole, part) => whole.endsWith(part)));

/** A text without its beginning, where it is that. */
export const trimprefix: TerraformFunction = ([text, start]) => {
  const prefix = textOf(start);
  const has = ends(beginningOf(text), prefix, (whole, part) => whole.startsWith(part));
  if (has === undefined || text === undefined || prefix === undefined) return undefined;
  if (!has) return text;
  const [first, ...rest] = partsOf(text);
  return joinText([literal((textOf(first) ?? "").slice(prefix.length)), ...rest]);
};

/** A text without its end, where it is that. */
export const trimsuffix: TerraformFunction = ([text, end]) => {
  const suffix = textOf(end);
  const has = ends(endingOf(text), suffix, (whole, part) => whole.endsWith(part));
  if (has === undefined || text === undefined || suffix === undefined) return undefined;
  if (!has) return text;
  const last = textOf(partsOf(text).at(-1)) ?? "";
  return joinText([...partsOf(text).slice(0, -1), literal(last.slice(0, last.length - suffix.length))]);
};

/** Whether a part stands at an end. @returns `undefined` where more of the text had to be known */
function ends(
  end: End | undefined,
  part: string | undefined,
  stands: (whole: string, part: string) => boolean,
): boolean | undefined {
  if (end === undefined || part === undefined) return undefined;
  if (stands(end.known, part)) return true;
  return end.isWhole || !stands(part, end.known) ? false : undefined;
}

function asLiteral(value: boolean | undefined): Value | undefined {
  return value === undefined ? undefined : literal(value);
}

function beginningOf(value: Value | undefined): End | undefined {
  return endOf(value, partsOf(value)[0]);
}

function endingOf(value: Value | undefined): End | undefined {
  return endOf(value, partsOf(value).at(-1));
}

function endOf(value: Value | undefined, part: Value | undefined): End | undefined {
  const known = textOf(part);
  return known === undefined ? undefined : { known, isWhole: value?.kind !== "text" };
}

function partsOf(value: Value | undefined): readonly Value[] {
  return value?.kind === "text" ? value.parts : value === undefined ? [] : [value];
}
