import type { ReadingOptions } from "../text/reading-options";
import { colored } from "./colored";
import type { CommandArguments } from "./parse-arguments";
import type { Terminal } from "./terminal";

/** The forms in which an answer is printed. The first is the default. */
const FORMATS = ["text", "json", "markdown"] as const;

/** The option of a command that has an answer. */
export const FORMAT_OPTION = {
  value: "FORMAT",
  choices: FORMATS,
  summary: `${FORMATS.join(", ")}; by default ${FORMATS[0]}`,
} as const;

/** The option of a command whose answer is brief without it. */
export const VERBOSE_OPTION = {
  summary: "tell everything: each place of what is found in several, and the ways of what is proved",
} as const;

/** How an answer is printed in each form. */
export interface Renderers<Answer> {
  text(answer: Answer, options: ReadingOptions): string;
  /** The answer as data that JSON can hold. */
  json(answer: Answer): object;
  markdown(answer: Answer, options: ReadingOptions): string;
}

/** Writes an answer to the terminal, in the form that was asked for. Only a text for a screen has colours, and its width. */
export function writeRendered<Answer>(
  answer: Answer,
  renderers: Renderers<Answer>,
  options: CommandArguments["options"],
  terminal: Terminal,
): void {
  const { screen } = terminal;
  const style = { brief: !options.has("verbose"), ...(screen === undefined ? {} : { width: screen.columns }) };
  const format = options.get("format");
  const text = rendered(answer, renderers, format, style);
  const isColored = screen?.hasColors === true && (format ?? FORMATS[0]) === "text";
  terminal.writeAnswer(`${isColored ? colored(text) : text}\n`);
}

/** An answer in the form that was asked for. */
export function rendered<Answer>(
  answer: Answer,
  renderers: Renderers<Answer>,
  format: string | undefined,
  options: ReadingOptions,
): string {
  switch (format) {
    case "json":
      return JSON.stringify(renderers.json(answer), undefined, 2);
    case "markdown":
      return renderers.markdown(answer, options);
    default:
      return renderers.text(answer, options);
  }
}
