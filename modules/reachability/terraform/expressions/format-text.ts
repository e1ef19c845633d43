import { jsonText } from "./json-text";
import { booleanOf, numberOf, textOf } from "./known-value";
import { joinText, literal, type Value } from "./value";

const VERB = /%(?:%|(0?)(\d{0,3})([sdvtq]))/g;

/**
 * A text by a format of Terraform, with the verbs `%s`, `%d`, `%v`, `%q` and `%t`.
 *
 * Source: https://developer.hashicorp.com/terraform/language/functions/format
 */
export function format(template: Value | undefined, given: readonly Value[]): Value | undefined {
  const text = textOf(template);
  if (text === undefined || text.replaceAll(VERB, "").includes("%")) return undefined;
  const parts: Value[] = [];
  let end = 0;
  let taken = 0;
  for (const match of text.matchAll(VERB)) {
    const [whole, zero = "", width = "", verb] = match;
    parts.push(literal(text.slice(end, match.index)));
    end = match.index + whole.length;
    if (verb === undefined) parts.push(literal("%"));
    else {
      const part = formatted(verb, given[taken++], width === "" ? undefined : [zero || " ", Number(width)]);
      if (part === undefined) return undefined;
      parts.push(part);
    }
  }
  parts.push(literal(text.slice(end)));
  return joinText(parts);
}

function formatted(
  verb: string,
  value: Value | undefined,
  padding: readonly [string, number] | undefined,
): Value | undefined {
  if (value === undefined) return undefined;
  if (value.kind !== "literal") {
    const isText = value.kind === "text" || value.kind === "reference" || value.kind === "unknown";
    return isText && padding === undefined && (verb === "s" || verb === "v") ? value : undefined;
  }
  const text = verb === "q" ? textOf(jsonText(value)) : textOf(value);
  const isOfVerb = verb === "d" ? Number.isInteger(numberOf(value)) : verb !== "t" || booleanOf(value) !== undefined;
  return text === undefined || !isOfVerb ? undefined : literal(text.padStart(padding?.[1] ?? 0, padding?.[0]));
}
