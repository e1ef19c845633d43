/** A place in a file, as a report of findings names it. */
export interface Place {
  readonly file: string;
  /** From 1. @default - the file as a whole */
  readonly line?: number;
}

/** Where the thing with a path or an address is written. @returns `undefined` where no file is known */
export type Locate = (path: string | undefined) => Place | undefined;
