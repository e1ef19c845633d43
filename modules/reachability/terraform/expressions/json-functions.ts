import { textOf } from "./known-value";
import { errorValue, joinText, literal, type Value, valueOfJson } from "./value";

/** What a JSON text says. Texts in it may have parts that are not known. */
export function jsonDecode([value]: readonly Value[]): Value | undefined {
  const read = value && decoded(value, parsed);
  return read ?? (value?.kind === "literal" ? errorValue("it is no JSON") : undefined);
}

/**
 * What a text says that holds data. Texts in it may have parts that are not known.
 *
 * @param parse reads a text; `undefined` where it cannot
 */
export function decoded(
  value: Value,
  parse: (text: string) => { readonly value: unknown } | undefined,
): Value | undefined {
  if (value.kind === "literal") {
    const data = parse(textOf(value) ?? "");
    return data && valueOfJson(data.value);
  }
  if (value.kind !== "text") return undefined;
  const data = parse(value.parts.map((part, index) => textOf(part) ?? placeholder(index)).join(""));
  const ofPart = (part: unknown): Value =>
    typeof part === "string" ? filled(part, value.parts) : valueOfJson(part, ofPart);
  if (data === undefined || /\uE000\d+\uE001[^"]*":/.test(JSON.stringify(data.value))) return undefined;
  return ofPart(data.value);
}

/** Characters for private use, which no configuration has. */
function placeholder(index: number): string {
  return `\uE000${index}\uE001`;
}

function filled(text: string, parts: readonly Value[]): Value {
  const pieces = text.split(/\uE000(\d+)\uE001/);
  return joinText(
    pieces.flatMap((piece, at) =>
      at % 2 === 0 ? (piece === "" ? [] : [literal(piece)]) : (parts[Number(piece)] ?? []),
    ),
  );
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
