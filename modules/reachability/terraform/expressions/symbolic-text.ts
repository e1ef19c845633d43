import { type SymbolicText, UNKNOWN_TEXT } from "../../model/symbol";
import type { ReferenceValue, Value } from "./value";

/** A value as symbolic text. Lists and objects have none. */
export function symbolicText(value: Value): SymbolicText {
  switch (value.kind) {
    case "literal":
      return value.value === null ? "" : String(value.value);
    case "text":
      return value.parts.map(symbolicText).join("");
    case "reference":
      return symbol(value);
    default:
      return UNKNOWN_TEXT;
  }
}

/** Whether a value has a name for each part that is not known, so that the same text is the same value. */
export function isSymbolic(value: Value): boolean {
  if (value.kind === "text") return value.parts.every(isSymbolic);
  return value.kind === "literal" || value.kind === "reference";
}

/**
 * A value as JSON in which symbolic text stands for what is not known. What is absent stays out.
 */
export function symbolicJson(value: Value): unknown {
  switch (value.kind) {
    case "literal":
      return value.value;
    case "list":
      return value.items.map(symbolicJson);
    case "object":
      return Object.fromEntries(Object.entries(value.members).map(([name, member]) => [name, symbolicJson(member)]));
    default:
      return symbolicText(value);
  }
}

/** The type comes first, as in Terraform, so that whoever reads the symbol sees what it refers to. */
function symbol({ address, type, attribute }: ReferenceValue): SymbolicText {
  const hasType = type === undefined || address.startsWith(`${type}.`) || address.startsWith(`data.${type}.`);
  const start = hasType ? "" : `${type}.`;
  const end = /^(?:\[|$)/.test(attribute) ? attribute : `.${attribute}`;
  const name = `${start}${address}${end}`;
  // Quotes would end the text in JSON, and braces the symbol.
  return `\${${/["{}]/.test(name) ? name.replaceAll('"', "'").replaceAll(/[{}]/g, "") : name}}`;
}
