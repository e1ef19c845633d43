/** Where something that is checked is written. */
export interface InputFiles {
  /** The name before the addresses in it, where several are checked together. @default - it has none */
  readonly name: string | undefined;
  /** Its file or folder, and of a plan the folder of its configuration as well; nothing for standard input. */
  readonly paths: readonly string[];
}
