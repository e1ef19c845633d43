import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProviderBuild } from "./aws-provider";

/**
 * Lets Terraform install a provider into a directory, with whatever installation method the machine is set up for
 * (the public registry, unless the user's own CLI configuration says otherwise). The directory is a filesystem mirror
 * afterwards.
 *
 * @returns what Terraform said where it could not, else `undefined`
 */
export function downloadProvider(
  terraform: string,
  build: ProviderBuild,
  cacheDirectory: string,
  env: NodeJS.ProcessEnv,
): string | undefined {
  mkdirSync(cacheDirectory, { recursive: true });
  const directory = mkdtempSync(join(tmpdir(), "terraform-provider-"));
  const requirement = { source: build.source, version: build.version };
  writeFileSync(
    join(directory, "main.tf.json"),
    JSON.stringify({ terraform: { required_providers: { wanted: requirement } } }),
  );
  const { TF_CLI_CONFIG_FILE: _dangling, ...rest } = env;
  try {
    const init = spawnSync(terraform, ["init", "-input=false", "-no-color", "-backend=false"], {
      cwd: directory,
      encoding: "utf8",
      timeout: 600_000,
      env: {
        ...rest,
        CHECKPOINT_DISABLE: "1",
        TF_PLUGIN_CACHE_DIR: cacheDirectory,
        TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: "true",
      },
    });
    if (init.status === 0) return undefined;
    return init.stderr.trim() || init.error?.message || "terraform init ended without a message";
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
