/** The command line or the input cannot be used. The message is for the user, without a stack. */
export class UnusableInputError extends Error {
  override readonly name = "UnusableInputError";
}
