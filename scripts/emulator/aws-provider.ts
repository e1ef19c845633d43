import { jsonAt, readJsonFile } from "./json";
import { resolveModule } from "./project";

/** A Terraform provider in one version, built for one platform. */
export interface ProviderBuild {
  /** Address of the provider, for example `"registry.terraform.io/hashicorp/aws"`. */
  readonly source: string;
  /** Version, for example `"5.100.0"`. */
  readonly version: string;
  /** Terraform's name of operating system and processor, for example `"linux_amd64"`. */
  readonly platform: string;
}

/**
 * The AWS provider that the installed `@cdktf/provider-aws` binds. Its package.json names it.
 *
 * @param platform the platform that the Terraform binary reports
 */
export function boundAwsProvider(platform: string): ProviderBuild {
  const file = resolveModule("@cdktf/provider-aws/package.json");
  const provider = jsonAt(readJsonFile(file), "cdktf", "provider");
  const source = jsonAt(provider, "name");
  const version = jsonAt(provider, "version");
  if (typeof source !== "string" || typeof version !== "string") {
    throw new Error(`${file} does not name the Terraform provider it binds (cdktf.provider.name and .version)`);
  }
  return { source, version, platform };
}
