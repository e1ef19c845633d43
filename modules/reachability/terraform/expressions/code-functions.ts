import { numberOf, textOf } from "./known-value";
import type { TerraformFunction } from "./terraform-function";
import { errorValue, literal, type Value } from "./value";

/** Functions that write a text in another way, or read one. Source: https://developer.hashicorp.com/terraform/language/functions */
export const CODE_FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  base64decode: ofText((text) => {
    const bytes = bytesOfBase64(text);
    return bytes && decoded(bytes);
  }),
  base64encode: ofText((text) =>
    btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join("")),
  ),
  csvdecode: ([text]) => {
    const csv = textOf(text);
    return csv === undefined ? undefined : (tableOf(csv) ?? errorValue("it is no CSV with a name for each column"));
  },
  indent: ([spaces, text]) => {
    const [count, lines] = [numberOf(spaces), textOf(text)];
    if (count === undefined || lines === undefined || !(count >= 0 && count <= 100)) return undefined;
    return literal(lines.replaceAll("\n", `\n${" ".repeat(count)}`));
  },
  parseint: ([text, base]) => {
    const [digits, radix] = [textOf(text), numberOf(base)];
    if (digits === undefined || radix === undefined || !(radix >= 2 && radix <= 36)) return undefined;
    const isNumber = /^[+-]?[0-9a-z]+$/i.test(digits) && [...digits.replace(/^[+-]/, "")].every(isDigitOf(radix));
    return isNumber ? literal(Number.parseInt(digits, radix)) : errorValue(`it is no number of base ${radix}`);
  },
  strrev: ofText((text) =>
    Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
      .reverse()
      .join(""),
  ),
  urlencode: ofText((text) =>
    encodeURIComponent(text)
      .replaceAll("%20", "+")
      .replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
  ),
};

/** The longest text that is written in another way. No name or document on the way of a call is longer. */
const LONGEST = 65_536;

function ofText(change: (text: string) => string | undefined): TerraformFunction {
  return ([value]) => {
    const text = textOf(value);
    const changed = text === undefined || text.length > LONGEST ? undefined : change(text);
    return changed === undefined ? undefined : literal(changed);
  };
}

function isDigitOf(radix: number): (digit: string) => boolean {
  return (digit) => !Number.isNaN(Number.parseInt(digit, radix));
}

function bytesOfBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The rows of a table, each with the names of the columns. */
function tableOf(csv: string): Value | undefined {
  const [names, ...rows] = recordsOf(csv);
  if (names === undefined || rows.some((row) => row.length !== names.length)) return undefined;
  const items = rows.map((row): Value => {
    const members = names.map((name, index) => [name, literal(row[index] ?? "")] as const);
    return { kind: "object", members: Object.fromEntries(members) };
  });
  return { kind: "list", items };
}

/** Empty lines count for nothing. Source: RFC 4180, which the page of csvdecode names. */
function recordsOf(csv: string): readonly (readonly string[])[] {
  const records: (readonly string[])[] = [];
  let fields: string[] = [];
  for (const [whole, quoted, plain = "", end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    const isEmptyLine = fields.length === 0 && quoted === undefined && plain === "" && end !== ",";
    if (!isEmptyLine) fields.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== "," && !isEmptyLine) {
      records.push(fields);
      fields = [];
    }
    if (whole === "") break;
  }
  return records;
}
