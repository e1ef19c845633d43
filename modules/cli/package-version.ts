import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Version of this package, from its package.json, which is as far away from the sources as from the compiled files. */
export function packageVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8"));
  const version = typeof manifest === "object" && manifest !== null && "version" in manifest && manifest.version;
  return typeof version === "string" ? version : "unknown";
}
