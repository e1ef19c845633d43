import { accessSync, constants, statSync } from "node:fs";
import { delimiter, isAbsolute, join, resolve } from "node:path";

/**
 * The file that a command name starts, looked up as a shell does: a name with a slash is a path, any other is searched
 * on `PATH`.
 *
 * @returns the path of the file, or `undefined` where no executable file is found
 */
export function findExecutable(name: string, searchPath: string | undefined): string | undefined {
  if (isAbsolute(name) || name.includes("/")) return isExecutableFile(name) ? resolve(name) : undefined;
  for (const directory of (searchPath ?? "").split(delimiter)) {
    if (directory === "") continue;
    const file = join(directory, name);
    if (isExecutableFile(file)) return file;
  }
  return undefined;
}

function isExecutableFile(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
