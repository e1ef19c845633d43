/** What the command tells the shell. */
export const EXIT_CODE = {
  /** The answer is out and holds no error; of `check`: everything is proved. */
  success: 0,
  /** The answer is out, and an issue in it is an error; of `check`: something is broken. */
  issues: 1,
  /** There is no answer: the input or the command line cannot be used. */
  unusable: 2,
  /** The answer is out, nothing is broken, and something is not known; of `diagnose`: the input tells nothing that is known. */
  unknown: 3,
} as const;

/** One of the {@link EXIT_CODE}s. */
export type ExitCode = (typeof EXIT_CODE)[keyof typeof EXIT_CODE];
