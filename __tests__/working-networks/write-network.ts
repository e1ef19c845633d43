import { cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The parts of a configuration, in the order in which a network names them. Each is a file, with a folder of what it reads. */
export const PARTS = ["networks", "groups", "endpoints", "services"] as const;

/** The names of one part. */
export function namesOf(part: (typeof PARTS)[number]): readonly string[] {
  const files = readdirSync(join(__dirname, part)).filter((name) => name.endsWith(".tf"));
  return files.map((name) => name.slice(0, -".tf".length));
}

/**
 * Writes the configuration that some parts make.
 *
 * @param words for example `"plain open-egress set plain"`
 */
export function writeNetwork(words: string, folder: string): void {
  cpSync(join(__dirname, "account.tf"), join(folder, "account.tf"));
  const names = words.split(" ");
  for (const [index, part] of PARTS.entries()) {
    const source = join(__dirname, part, names[index] ?? "");
    cpSync(`${source}.tf`, join(folder, `${part}.tf`));
    if (existsSync(source)) cpSync(source, folder, { recursive: true });
  }
}
