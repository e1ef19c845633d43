/** The words of AWS and of the provider for something that is there already. */
const EXISTS = /already\s?exists|ResourceExists|Duplicate|InvalidSubnet\.Conflict/i;

/** Addresses of the resources of which the errors of an apply, without colors, say that they exist already. */
export function existingResources(output: string): readonly string[] {
  // Without the frame around an error, and what cdktf writes before each line.
  const lines = output.split(/\r?\n/);
  const [, ...errors] = lines
    .map((line) => line.replace(/^.*?[│╷╵]\s?/, ""))
    .join("\n")
    .split(/^\s*Error: /m);
  const addresses = errors
    .filter((error) => EXISTS.test(error.replace(/\s+/g, " ")))
    .flatMap((error) => /^\s*with (.+),$/m.exec(error)?.[1] ?? []);
  return [...new Set(addresses)];
}
