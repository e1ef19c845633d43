import { existsSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import type { ProviderBuild } from "./aws-provider";

/** What a look through the provider mirrors of a machine found. */
export interface MirrorSearch {
  /** The first mirror that holds the build, or `undefined` where none does. */
  readonly directory: string | undefined;
  /** Every mirror that exists, with the builds of this provider that it holds, for example `"5.99.0 darwin_arm64"`. */
  readonly seen: readonly { readonly directory: string; readonly builds: readonly string[] }[];
}

/**
 * Where a filesystem mirror may lie, most specific first: Terraform's implied mirror directories, the plugin caches of
 * Terraform and of cdktf-cli (same layout), and every directory directly below `/opt`.
 *
 * Source: https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories
 */
export function mirrorCandidates(env: NodeJS.ProcessEnv, workingDirectory: string, cacheDirectory: string): string[] {
  const home = env["HOME"];
  const dataDirectories = (env["XDG_DATA_DIRS"] || "/usr/local/share:/usr/share").split(":").filter((it) => it !== "");
  return [
    env["TF_PLUGIN_CACHE_DIR"] ?? "",
    join(workingDirectory, "terraform.d/plugins"),
    join(workingDirectory, ".terraform.d/plugins"),
    ...(home === undefined
      ? []
      : [
          join(home, ".terraform.d/plugins"),
          join(env["XDG_DATA_HOME"] || join(home, ".local/share"), "terraform/plugins"),
          join(home, "Library/Application Support/io.terraform/plugins"),
          join(home, ".terraform.d/plugin-cache"),
        ]),
    ...dataDirectories.map((it) => join(it, "terraform/plugins")),
    "/usr/local/share/terraform/plugins",
    "/usr/share/terraform/plugins",
    "/Library/Application Support/io.terraform/plugins",
    cacheDirectory,
    ...entries("/opt").map((it) => join("/opt", it)),
  ].filter((it, index, all) => it !== "" && all.indexOf(it) === index);
}

/** Looks for a provider build in the directories that are mirrors, which is: that hold a directory of the registry. */
export function searchMirrors(directories: readonly string[], build: ProviderBuild): MirrorSearch {
  const registry = build.source.slice(0, build.source.indexOf("/"));
  const seen = directories
    .filter((directory) => existsSync(join(directory, registry)))
    .map((directory) => ({ directory, builds: buildsIn(join(directory, build.source)) }));
  const wanted = `${build.version} ${build.platform}`;
  return { directory: seen.find((mirror) => mirror.builds.includes(wanted))?.directory, seen };
}

/** Builds in unpacked layout (`5.100.0/linux_amd64/`) and in packed layout (`terraform-provider-aws_5.100.0_linux_amd64.zip`). */
function buildsIn(providerDirectory: string): string[] {
  const packed = new RegExp(`^terraform-provider-${basename(providerDirectory)}_([^_]+)_([^_]+_[^_]+)\\.zip$`);
  return entries(providerDirectory).flatMap((entry) => {
    const [, version, platform] = packed.exec(entry) ?? [];
    if (version !== undefined && platform !== undefined) return [`${version} ${platform}`];
    return entries(join(providerDirectory, entry))
      .filter((it) => entries(join(providerDirectory, entry, it)).length > 0)
      .map((it) => `${entry} ${it}`);
  });
}

function entries(directory: string): string[] {
  try {
    return readdirSync(directory).sort();
  } catch {
    return [];
  }
}
