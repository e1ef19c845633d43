/** Where a line is shown and taken away again. */
export interface StatusStream {
  /** How many letters a line has; 0 where the terminal does not know. @default 80 */
  readonly columns?: number;
  write(text: string): unknown;
}

const START_OF_EMPTY_LINE = "\r\u001b[2K";
/** Columns of a terminal that does not know how many it has. */
export const USUAL_COLUMNS = 80;

/** One line of a terminal that says what is going on. The next step takes its place, and in the end nothing is left of it. */
export class StatusLine {
  readonly #stream: StatusStream;
  #isShown = false;

  constructor(stream: StatusStream) {
    this.#stream = stream;
  }

  show(step: string): void {
    // A line that is broken could not be taken away as a whole.
    const room = (this.#stream.columns || USUAL_COLUMNS) - 1;
    const text = step.replace(/\p{Cc}+/gu, " ");
    const letters = Array.from(text);
    const line = letters.length <= room ? text : `${letters.slice(0, Math.max(0, room - 1)).join("")}…`;
    this.#stream.write(`${START_OF_EMPTY_LINE}${line}`);
    this.#isShown = true;
  }

  /** Has to come before anything else is written. */
  clear(): void {
    if (this.#isShown) this.#stream.write(START_OF_EMPTY_LINE);
    this.#isShown = false;
  }
}
