import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { cliConfigForMirror } from "./terraform-cli-config";
import type { ProviderInstallation } from "./tools";

/** The Terraform CLI configuration to use: the user's own, or one written into a directory for the mirror that was found. */
export function cliConfigFile(provider: ProviderInstallation, directory: string): string {
  if (provider.kind === "cli-config") return provider.file;
  const file = join(directory, "terraform.rc");
  writeFileSync(file, cliConfigForMirror(provider.directory));
  return file;
}
