/** Columns that a line has at the most. */
const WIDTH = 120;

/**
 * JSON for people and for version control: what fits stands on one line, so that a line is a thing.
 *
 * @param value what JSON can hold
 */
export function compactJson(value: unknown, indent = ""): string {
  const line = onOneLine(value);
  if (typeof value !== "object" || value === null || indent.length + line.length <= WIDTH) return line;
  const inside = `${indent}  `;
  const isList = Array.isArray(value);
  const parts = Object.entries(value).map(([name, each]) => {
    return `${inside}${isList ? "" : `${JSON.stringify(name)}: `}${compactJson(each, inside)}`;
  });
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  return `${open}\n${parts.join(",\n")}\n${indent}${close}`;
}

function onOneLine(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(", ")}]`;
  const members = Object.entries(value).map(([name, each]) => `${JSON.stringify(name)}: ${onOneLine(each)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}
