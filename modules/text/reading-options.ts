/** How a text for people is written. */
export interface ReadingOptions {
  /**
   * Whether long lists are folded ("and 49 more"), and what is well takes one line.
   *
   * @default false
   */
  readonly brief?: boolean;
  /** Columns that a line has. @default 100 */
  readonly width?: number;
}
