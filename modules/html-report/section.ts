import { type Html, type HtmlValue, html } from "./html";

/** A part of the page, which its table of contents names. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly content: Html;
}

/** A section as it stands in the page. */
export function renderSection({ id, title, content }: Section): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${content}
</section>
`;
}

/** How a table is filled. */
export interface Table {
  /** Stands once in the page. */
  readonly id: string;
  readonly caption: string;
  readonly heading: readonly string[];
  /** The first cell of a row says what it is about. */
  readonly rows: readonly (readonly HtmlValue[])[];
  /** Whether a column has numbers. @default - none */
  readonly isNumber?: (column: number) => boolean;
}

/** A table, which scrolls by itself where the page is too narrow, also by keyboard. */
export function pageTable({ id, caption, heading, rows, isNumber = () => false }: Table): Html {
  const number = (column: number) => (isNumber(column) ? html` class="number"` : undefined);
  return html`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0"><table>
<caption id="${id}">${caption}</caption>
<thead><tr>${heading.map((text, column) => html`<th scope="col"${number(column)}>${text}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([first, ...cells]) =>
    html`<tr><th scope="row">${first}</th>${cells.map((cell, index) => html`<td${number(index + 1)}>${cell}</td>`)}</tr>
`,
)}</tbody>
</table></div>
`;
}
