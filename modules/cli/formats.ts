import type { ReadingOptions } from "../text/reading-options";
import { colored } from "./colored";
import type { CommandArguments } from "./parse-arguments";
import type { Terminal } from "./terminal";

/** The form in which an answer is printed where no other is asked for. */
const DEFAULT_FORMAT = "text";

/** The option of a command that has an answer. */
export function formatOption<Format extends string>(formats: readonly Format[]) {
  return { value: "FORMAT", choices: formats, summary: `${formats.join(", ")}; by default ${DEFAULT_FORMAT}` };
}

/** The option of a command whose answer is brief without it. */
export const VERBOSE_OPTION = {
  summary: "tell everything: each place of what is found in several, and the ways of what is proved",
} as const;

/** How an answer is printed in one form: a text, or data that JSON can hold, for which something may have to be loaded first. */
type Renderer<Answer> = (answer: Answer, options: ReadingOptions) => string | object | Promise<string | object>;

/** How an answer is printed in each form. */
export type Renderers<Answer, Format extends string = never> = Readonly<
  Record<typeof DEFAULT_FORMAT | "markdown" | Format, Renderer<Answer>>
>;

/**
 * Writes an answer to the terminal, in the form that was asked for. Only a text for a screen has colours, and its width. Where a
 * step of GitHub Actions is annotated, its summary has the answer for people.
 */
export async function writeRendered<Answer>(
  answer: Answer,
  renderers: Renderers<Answer>,
  options: CommandArguments["options"],
  terminal: Terminal,
): Promise<void> {
  const { screen } = terminal;
  const style = { brief: !options.has("verbose"), ...(screen === undefined ? {} : { width: screen.columns }) };
  const format = options.get("format") ?? DEFAULT_FORMAT;
  const text = await rendered(answer, renderers, format, style);
  const isColored = screen?.hasColors === true && format === DEFAULT_FORMAT;
  terminal.writeAnswer(`${isColored ? colored(text) : text}\n`);
  if (format === "github") terminal.writeSummary?.(`${await rendered(answer, renderers, "markdown", style)}\n`);
}

/** An answer in the form that was asked for. */
export async function rendered<Answer>(
  answer: Answer,
  renderers: Renderers<Answer>,
  format: string | undefined,
  options: ReadingOptions,
): Promise<string> {
  const byName = new Map<string, Renderer<Answer>>(Object.entries(renderers));
  const render = byName.get(format ?? DEFAULT_FORMAT) ?? renderers[DEFAULT_FORMAT];
  const result = await render(answer, options);
  return typeof result === "string" ? result : JSON.stringify(result, undefined, 2);
}
