/** Markup that may stand in a page as it is. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What can be put into markup: texts are escaped, nothing is left out, of a list each. */
export type HtmlValue = Html | string | number | undefined | readonly HtmlValue[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Control characters that no page may have. Source: https://html.spec.whatwg.org/multipage/parsing.html#preprocessing-the-input-stream */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}/gu;

/** Markup with values in it. Whatever a text holds, it stays text, between tags and in quoted attributes. */
export function html(markup: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const parts = markup.map((part, index) => `${part}${index < values.length ? rendered(values[index]) : ""}`);
  return new Html(parts.join(""));
}

function rendered(value: HtmlValue): string {
  if (value === undefined) return "";
  if (value instanceof Html) return value.text;
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return String(value);
  return value.map(rendered).join("");
}

function escaped(text: string): string {
  return text.replaceAll(FORBIDDEN, "\uFFFD").replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
}
