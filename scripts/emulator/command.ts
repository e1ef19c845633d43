/** An end of a command that has already told the user what is wrong: only the exit code remains. */
export class CommandEnded extends Error {
  override readonly name = "CommandEnded";
  readonly exitCode: number;

  constructor(exitCode: number) {
    super(`ended with exit code ${exitCode}`);
    this.exitCode = exitCode;
  }
}

/** Runs the body of a command-line script. An error is printed without its stack trace, and sets the exit code. */
export async function runCommand(body: () => Promise<void>): Promise<void> {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof CommandEnded)) {
      const text =
        error instanceof Error ? `${error.name === "Error" ? "" : `${error.name}: `}${error.message}` : error;
      console.error(`\n${text}`);
    }
    process.exitCode = error instanceof CommandEnded ? error.exitCode : 1;
  }
}
