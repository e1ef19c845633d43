/** Where something that is checked is written. */
export interface InputFiles {
  /** The name before the addresses in it, where several are checked together. @default - it has none */
  readonly name: string | undefined;
  /** Its file or folder, and of a plan the folder of its configuration as well; nothing for standard input. */
  readonly paths: readonly string[];
}

/** A folder of a configuration, and how many files of it were read, with those of its modules. */
export interface ReadFolder {
  readonly folder: string;
  readonly files: number;
}
