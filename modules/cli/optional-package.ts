/**
 * A package that is an optional peer: one command needs it, and nobody else installs it.
 *
 * @param load imports it
 * @returns `undefined` where it is not installed
 */
export async function optionalPackage<Package>(
  name: string,
  load: () => Promise<Package>,
): Promise<Package | undefined> {
  try {
    return await load();
  } catch (error) {
    if (!isMissing(error, name)) throw error;
    return undefined;
  }
}

/** Whether it is the package itself that is not there, and not something that it needs. */
function isMissing(error: unknown, name: string): boolean {
  const isNotFound = error instanceof Error && "code" in error && String(error.code).endsWith("MODULE_NOT_FOUND");
  return isNotFound && error.message.includes(name);
}
