import { spawnSync } from "node:child_process";
import type { Issue } from "../../modules/issues/issue";
import { boundAwsProvider, type ProviderBuild } from "./aws-provider";
import { findExecutable } from "./executable";
import { isJsonObject } from "./json";
import { PROJECT_DIRECTORY, PROVIDER_CACHE_DIRECTORY } from "./project";
import { downloadProvider } from "./provider-download";
import { type MirrorSearch, mirrorCandidates, searchMirrors } from "./provider-mirror";
import { userCliConfig } from "./terraform-cli-config";

/** Where Terraform gets the AWS provider: from the user's own CLI configuration, or from a filesystem mirror. */
export type ProviderInstallation =
  | { readonly kind: "cli-config"; readonly file: string }
  | { readonly kind: "mirror"; readonly directory: string };

/** Everything that a deployment into the emulated account needs, found on this machine. */
export interface EmulatorTools {
  /** The Terraform binary. */
  readonly terraform: string;
  /** The `moto_server` command. */
  readonly motoServer: string;
  /** Where Terraform gets the AWS provider. */
  readonly provider: ProviderInstallation;
}

/** Every tool, or what is missing, all at once. */
export type ToolSearch =
  | { readonly tools: EmulatorTools; readonly missing?: never }
  | { readonly tools?: never; readonly missing: readonly Issue<string>[] };

/**
 * Looks for Terraform (`TERRAFORM_BINARY_NAME` as in cdktf-cli, else `terraform`), `moto_server` and the AWS provider.
 *
 * Where no mirror holds the provider, Terraform is asked once to download it.
 */
export function findTools(env: NodeJS.ProcessEnv): ToolSearch {
  const missing: Issue<string>[] = [];
  const terraform = findTerraform(env);
  if ("code" in terraform) missing.push(terraform);

  const motoServer = findExecutable("moto_server", env["PATH"]);
  if (motoServer === undefined) missing.push(MOTO_MISSING);

  if ("code" in terraform || motoServer === undefined) return { missing };

  const provider = findProvider(terraform, env);
  if ("code" in provider) return { missing: [provider] };
  return { tools: { terraform: terraform.file, motoServer, provider } };
}

/** A Terraform binary and the platform that it asks providers for. */
export interface Terraform {
  readonly file: string;
  readonly platform: string;
}

/** The Terraform binary that cdktf-cli would start, or what to do where it cannot be started. */
export function findTerraform(env: NodeJS.ProcessEnv): Terraform | Issue<string> {
  const name = env["TERRAFORM_BINARY_NAME"] || "terraform";
  const file = findExecutable(name, env["PATH"]);
  if (file === undefined) return terraformMissing(`"${name}" is not an executable file on PATH`);

  const { TF_CLI_CONFIG_FILE: _irrelevant, ...rest } = env;
  const version = spawnSync(file, ["version", "-json"], {
    encoding: "utf8",
    env: { ...rest, CHECKPOINT_DISABLE: "1" },
  });
  if (version.status !== 0) {
    return terraformMissing(`"${file} version" failed: ${version.stderr?.trim() || version.error?.message}`);
  }
  const report: unknown = JSON.parse(version.stdout);
  const platform = isJsonObject(report) ? report["platform"] : undefined;
  if (typeof platform !== "string") return terraformMissing(`"${file} version -json" does not name its platform`);
  return { file, platform };
}

function findProvider(terraform: Terraform, env: NodeJS.ProcessEnv): ProviderInstallation | Issue<string> {
  const cliConfig = userCliConfig(env);
  if (cliConfig !== undefined) return { kind: "cli-config", file: cliConfig };

  const build = boundAwsProvider(terraform.platform);
  const candidates = mirrorCandidates(env, PROJECT_DIRECTORY, PROVIDER_CACHE_DIRECTORY);
  const search = searchMirrors(candidates, build);
  if (search.directory !== undefined) return { kind: "mirror", directory: search.directory };

  const failure = downloadProvider(terraform.file, build, PROVIDER_CACHE_DIRECTORY, env);
  if (failure === undefined) return { kind: "mirror", directory: PROVIDER_CACHE_DIRECTORY };
  return providerMissing(build, search, failure);
}

function terraformMissing(problem: string): Issue<string> {
  return {
    code: "terraform-missing",
    problem,
    why: "Terraform deploys what the app synthesizes",
    fix: "install it (https://developer.hashicorp.com/terraform/install, macOS: brew install hashicorp/tap/terraform), or set TERRAFORM_BINARY_NAME to the path of its binary",
  };
}

const MOTO_MISSING: Issue<string> = {
  code: "moto-server-missing",
  problem: '"moto_server" is not an executable file on PATH',
  why: "moto_server emulates the AWS account",
  fix: "pip install 'moto[server]'",
};

/** What is missing, and where it was looked for. */
export function providerMissing(build: ProviderBuild, search: MirrorSearch, downloadFailure: string): Issue<string> {
  const mirrors = search.seen.map(({ directory, builds }) =>
    builds.length === 0 ? `${directory} holds no ${build.source}` : `${directory} holds only ${builds.join(", ")}`,
  );
  const looked = mirrors.length === 0 ? "no provider mirror was found" : mirrors.join("; ");
  return {
    code: "provider-missing",
    problem: `${build.source} ${build.version} for ${build.platform} is neither in a provider mirror nor can it be downloaded`,
    why: `${looked}; terraform init said: ${downloadFailure.replaceAll(/\s+/g, " ")}`,
    fix: `on a machine with a connection run "terraform providers mirror -platform=${build.platform} DIRECTORY" in a project that requires this version and bring DIRECTORY to /usr/local/share/terraform/plugins, or point TF_CLI_CONFIG_FILE to a CLI configuration that names your mirror`,
  };
}
