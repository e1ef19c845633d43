import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isJsonObject, type JsonObject, readJsonFile } from "./json";

/**
 * Writes a `cdktf.json` into a directory, so that cdktf-cli, started there, runs the project's own app while everything
 * that the app and Terraform write (output, lock file, state) lands in that directory.
 *
 * @param context the context of the run, which holds that of the project's file already
 * @throws Error where the project's cdktf.json names no app command
 */
export function writeLocalApp(projectDirectory: string, directory: string, context: JsonObject): void {
  const projectFile = join(projectDirectory, "cdktf.json");
  const config = readJsonFile(projectFile);
  const app = isJsonObject(config) ? config["app"] : undefined;
  if (!isJsonObject(config) || typeof app !== "string") throw new Error(`${projectFile} names no "app" command`);
  mkdirSync(directory, { recursive: true });
  const local = {
    ...config,
    app: commandFromElsewhere(app, projectDirectory),
    output: "cdktf.out",
    sendCrashReports: "false",
    context: localContext(context),
  };
  writeFileSync(join(directory, "cdktf.json"), `${JSON.stringify(local, null, 2)}\n`);
}

/**
 * A command that does from any directory what it does in the project's directory: arguments that name a file of the
 * project become absolute.
 */
export function commandFromElsewhere(command: string, projectDirectory: string): string {
  return command.replaceAll(/(?<=^|\s)[^\s"'=]+(?=\s|$)/g, (word) => {
    const file = join(projectDirectory, word);
    if (word.startsWith("/") || !existsSync(file) || !statSync(file).isFile()) return word;
    return /[\s"'$`\\]/.test(file) ? `'${file.replaceAll("'", "'\\''")}'` : file;
  });
}

/** A context without its remote state: an emulated account has no bucket to keep it in. */
export function localContext(context: JsonObject): JsonObject {
  const { state: _remote, ...rest } = context;
  return rest;
}
