import type { IssueSeverity } from "../issues/table/issue-row";
import type { Standing } from "../reachability/report/summarize-proof";
import { piecesOf } from "../text/pieces";
import { type Html, html } from "./html";

/** Each has a form as well as a colour, for people who do not see colours. */
const MARKS = {
  proved: "✓",
  accepted: "✓",
  broken: "✕",
  error: "✕",
  unknown: "?",
  warning: "!",
  note: "i",
} as const satisfies Record<Standing | IssueSeverity, string>;

/** How something stands. */
export function badge(word: Standing | IssueSeverity): Html {
  return html`<span class="badge ${word}"><span aria-hidden="true">${MARKS[word]}</span> ${word}</span>`;
}

export function codes(texts: readonly string[]): Html {
  return html`${texts.map((text, index) => html`${index === 0 ? "" : ", "}<code>${text}</code>`)}`;
}

/** A sentence in which what is typed as it stands is code. */
export function sentence(text: string): Html {
  return html`${piecesOf(text).map((piece, index) => [index === 0 ? "" : " ", shown(piece)])}`;
}

/** What a word of code looks like: an address, a name with dots or underscores, an id, an assignment. */
const CODE = /^["(]?(?:[\w$-]+(?:[._[\]{}/:=*-]+[\w$"'*]+)*[_.[=:/{][\w$.[\]{}"'*=:/ -]*|\$\{.*\}|.* .*)$/;

function shown(piece: string): Html {
  const [, before = "", inside = "", after = ""] = /^([("]*)(.*?)([)",;:.]*)$/s.exec(piece) ?? [];
  if (!CODE.test(inside) || /^https?:/.test(inside)) return html`${piece}`;
  return html`${before}<code>${inside}</code>${after}`;
}
