import { textOf } from "./known-value";
import { errorValue, joinText, literal, type Value, valueOfJson } from "./value";

/** A value as JSON text. What is not known stays a part of its own. */
export function jsonEncode([value]: readonly Value[]): Value | undefined {
  return value === undefined ? undefined : joinText(jsonParts(value));
}

function jsonParts(value: Value): Value[] {
  switch (value.kind) {
    case "literal":
      return [literal(JSON.stringify(value.value))];
    case "list":
      return enclose("[", value.items.map(jsonParts), "]");
    case "object":
      return enclose(
        "{",
        Object.entries(value.members).map(([name, member]) => [
          literal(`${JSON.stringify(name)}:`),
          ...jsonParts(member),
        ]),
        "}",
      );
    case "text":
      return [literal('"'), ...value.parts.map(inJsonText), literal('"')];
    default:
      return [literal('"'), value, literal('"')];
  }
}

function inJsonText(part: Value): Value {
  return part.kind === "literal" ? literal(JSON.stringify(String(part.value)).slice(1, -1)) : part;
}

function enclose(open: string, items: readonly Value[][], close: string): Value[] {
  return [
    literal(open),
    ...items.flatMap((item, index) => (index === 0 ? item : [literal(","), ...item])),
    literal(close),
  ];
}

/** What a JSON text says. Texts in it may have parts that are not known. */
export function jsonDecode([value]: readonly Value[]): Value | undefined {
  if (value?.kind === "literal") {
    const json = parsed(textOf(value) ?? "");
    return json === undefined ? errorValue("it is no JSON") : valueOfJson(json.value);
  }
  if (value?.kind !== "text") return undefined;
  const text = value.parts.map((part, index) => textOf(part) ?? placeholder(index)).join("");
  const json = parsed(text);
  const ofText = (content: string) => filled(content, value.parts);
  if (json === undefined || /\uE000\d+\uE001[^"]*":/.test(text)) return undefined;
  return valueOfJson(json.value, ofText);
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
