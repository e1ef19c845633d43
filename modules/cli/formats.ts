/** The forms in which an answer is printed. The first is the default. */
const FORMATS = ["text", "json", "markdown"] as const;

/** The option of a command that has an answer. */
export const FORMAT_OPTION = {
  value: "FORMAT",
  choices: FORMATS,
  summary: `${FORMATS.join(", ")}; by default ${FORMATS[0]}`,
} as const;

/** How an answer is printed in each form. */
export interface Renderers<Answer> {
  text(answer: Answer): string;
  /** The answer as data that JSON can hold. */
  json(answer: Answer): object;
  markdown(answer: Answer): string;
}

/** An answer in the form that was asked for. */
export function rendered<Answer>(answer: Answer, renderers: Renderers<Answer>, format: string | undefined): string {
  switch (format) {
    case "json":
      return JSON.stringify(renderers.json(answer), undefined, 2);
    case "markdown":
      return renderers.markdown(answer);
    default:
      return renderers.text(answer);
  }
}
