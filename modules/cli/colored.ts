import { styleText } from "node:util";

/** What a line says how it stands by, at its start or behind the name of a task, and the colour of that. */
const COLORS = {
  proved: "green",
  accepted: "green",
  broken: "red",
  error: "red",
  unknown: "yellow",
  warning: "yellow",
  note: "cyan",
} as const;

const STANDING = /^(\s*|\S+ \([^()\n]+\): )(proved|accepted|broken|error|unknown|warning|note)(?=[\s:,]|$)/gm;

/** A text in which each word that says how something stands has its colour. */
export function colored(text: string): string {
  return text.replaceAll(STANDING, (_line, before: string, word: keyof typeof COLORS) => {
    // Whether the terminal takes colours is known here, not there.
    return `${before}${styleText(COLORS[word], word, { validateStream: false })}`;
  });
}
