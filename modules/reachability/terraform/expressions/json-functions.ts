import { textOf } from "./known-value";
import { errorValue, joinText, literal, type Value, valueOfJson } from "./value";

/** What a JSON text says. Texts in it may have parts that are not known. */
export function jsonDecode([value]: readonly Value[]): Value | undefined {
  if (value?.kind === "literal") {
    const json = parsed(textOf(value) ?? "");
    return json === undefined ? errorValue("it is no JSON") : valueOfJson(json.value);
  }
  if (value?.kind !== "text") return undefined;
  const text = value.parts.map((part, index) => textOf(part) ?? placeholder(index)).join("");
  const json = parsed(text);
  const ofPart = (part: unknown): Value =>
    typeof part === "string" ? filled(part, value.parts) : valueOfJson(part, ofPart);
  if (json === undefined || /\uE000\d+\uE001[^"]*":/.test(text)) return undefined;
  return ofPart(json.value);
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
