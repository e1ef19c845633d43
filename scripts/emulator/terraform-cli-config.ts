import { existsSync } from "node:fs";

/**
 * The user's own Terraform CLI configuration: the file in `TF_CLI_CONFIG_FILE`, if there is such a file.
 *
 * A variable that points nowhere only makes Terraform print a warning, so it counts as not set.
 */
export function userCliConfig(env: NodeJS.ProcessEnv): string | undefined {
  const file = env["TF_CLI_CONFIG_FILE"];
  return file !== undefined && file !== "" && existsSync(file) ? file : undefined;
}

/** A CLI configuration that installs providers from one filesystem mirror and from nowhere else. */
export function cliConfigForMirror(mirrorDirectory: string): string {
  return [
    "disable_checkpoint = true",
    "",
    "provider_installation {",
    "  filesystem_mirror {",
    `    path = ${JSON.stringify(mirrorDirectory)}`,
    "  }",
    "}",
    "",
  ].join("\n");
}
