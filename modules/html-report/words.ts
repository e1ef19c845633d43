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

/** What a piece of a text is that people do not say: an address, an id, a name with dots, a path. */
function isCode(piece: string): boolean {
  if (piece.startsWith("${") || piece.includes(" ")) return true;
  if (/^[a-z]+\/[a-z]+$/.test(piece)) return false;
  return /^[\w$][\w$.[\]{}"'*=:/-]*$/.test(piece) && /[a-z]/i.test(piece) && /[\w\]][._[=:{/][\w*"[]/.test(piece);
}

function shown(piece: string): Html {
  const end = piece.length - (/[)",;:.]{1,9}$/.exec(piece)?.[0].length ?? 0);
  const start = Math.min(end, /^[("]{0,9}/.exec(piece)?.[0].length ?? 0);
  const inside = piece.slice(start, end);
  if (!isCode(inside) || /^https?:/.test(inside)) return html`${piece}`;
  return html`${piece.slice(0, start)}<code>${inside}</code>${piece.slice(end)}`;
}
