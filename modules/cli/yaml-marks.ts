import { placeholderAt } from "../values/placeholder";
import { directiveEnd, expressionEnd } from "./template-marks";

/** A text in which the marks of a template are characters that mean nothing to YAML, each at its place. */
export interface MaskedText {
  readonly text: string;
  /** The last directive, of which it depends whether what follows it is there. @default - there is none */
  readonly directive?: string;
  /** A part of the text as it was. */
  restore(part: string): string;
}

/** Characters for private use, one for each mark. */
const FIRST = 0xe000;
const LAST = 0xf8ff;
const PRIVATE = /([\ue000-\uf8ff])\1*/g;

/** A line that is a directive and nothing else, among them those of Helm, Handlebars and ERB, and those that put lines there. */
const LINE =
  /^[ \t]*(?:\{%|%\{|\{#|<%(?!=)|\{\{-|\{\{~?\s*[#/^!]|\{\{\{|\{\{\s*(?:if|else|end|range|with|define|block|template|include|n?indent|toYaml)\b|\{\{[^{}]*\|\s*n?indent\b)/;

/** A word of Go's templates that begins, parts or ends a block. */
const BLOCK = /\{\{-?\s*(if|range|with|define|block|else|end)\b/g;

/** Characters of a mark. One that is not closed would be looked for to the end of the text. */
const LONGEST = 2000;

/** Takes the marks of a template out of a text of YAML. */
export function maskMarks(text: string): MaskedText {
  const marks: string[] = [];
  let masked = "";
  let directive: string | undefined;
  for (let offset = 0; offset < text.length; ) {
    const end = markEnd(text, offset);
    if (end === undefined || marks.length > LAST - FIRST) {
      masked += text[offset++];
      continue;
    }
    const mark = text.slice(offset, end);
    if (isLine(text, offset, end) || isOfLongerBlock(text, offset)) {
      directive = mark;
      masked += mark.replace(/[^\r\n]/g, " ");
    } else {
      masked += String.fromCharCode(FIRST + marks.length).repeat(mark.length);
      marks.push(mark);
    }
    offset = end;
  }
  const restore = (part: string) =>
    part.replace(PRIVATE, (run, character: string) => marks[character.charCodeAt(0) - FIRST] ?? run);
  return { text: masked, restore, ...(directive === undefined ? {} : { directive }) };
}

/** Where a mark ends that starts at a place of a text; `undefined` where none does. */
function markEnd(text: string, offset: number): number | undefined {
  if (!/[${%@<]/.test(text[offset] ?? "")) return undefined;
  const ahead = text.slice(offset, offset + LONGEST);
  const end = /^(?:\$\{|\{\{|<%)/.test(ahead) ? expressionEnd(ahead, 0) : directiveEnd(ahead, 0);
  if (end !== undefined) return offset + end;
  if (!/^[%@]/.test(ahead)) return undefined;
  // YAML takes no text that starts with one of the two.
  const length = /[:[,-][ \t]$/.test(text.slice(Math.max(0, offset - 2), offset)) ? placeholderAt(ahead, 0) : 0;
  return length === 0 ? undefined : offset + length;
}

/** Whether a mark belongs to a block of Go's templates that goes on beyond its line, so that it is no part of the value on it. */
function isOfLongerBlock(text: string, offset: number): boolean {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  const line = text.slice(start, end < 0 ? text.length : end);
  if (line.length > LONGEST) return false;
  const open: number[] = [];
  const longer = new Set<number>();
  for (const { 1: word, index } of line.matchAll(BLOCK)) {
    if (word === "else" && open.length === 0) longer.add(index);
    else if (word === "end") {
      if (open.pop() === undefined) longer.add(index);
    } else if (word !== "else") open.push(index);
  }
  return longer.has(offset - start) || open.includes(offset - start);
}

function isLine(text: string, offset: number, end: number): boolean {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  return (
    LINE.test(text.slice(start, end)) &&
    /^[ \t]*(?:\r?\n|$)/.test(text.slice(end)) &&
    text.slice(start, offset).trim() === ""
  );
}
