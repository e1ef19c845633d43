/** What a command sees of the process in which it runs. */
export interface Terminal {
  /** What the answer is shown on. @default - it goes into a file or to another program */
  readonly screen?: { readonly columns: number; readonly hasColors: boolean };
  /** The folder of the repository, to which reports name files relatively. @default - the working directory */
  readonly workspace?: string;
  /** Writes the answer, to standard output. */
  writeAnswer(text: string): void;
  /** Writes what went wrong, to standard error. */
  writeError(text: string): void;
  /** Shows what is going on until the next step, the answer or an error. @default - nobody sees it */
  announce?(step: string): void;
  /** Appends Markdown to the summary of the step of a pipeline. @default - there is none */
  writeSummary?(markdown: string): void;
  /** Everything that comes in on standard input. */
  readStandardInput(): Promise<Uint8Array>;
}
