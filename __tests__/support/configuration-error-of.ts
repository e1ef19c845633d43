import { ConfigurationError } from "../../modules";

/** The error that a program throws because of its configuration. */
export function configurationErrorOf(program: () => unknown): ConfigurationError {
  try {
    program();
  } catch (error) {
    if (error instanceof ConfigurationError) return error;
    throw error;
  }
  throw new Error("a ConfigurationError was expected, but nothing was thrown");
}

/** The codes of the problems in that error. */
export function codesOf(program: () => unknown): readonly string[] {
  return configurationErrorOf(program).issues.map(({ code }) => code);
}
