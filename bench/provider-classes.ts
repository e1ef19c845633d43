import type { ProviderClass } from "./baseline-program";

/**
 * The provider's class of a Terraform type.
 *
 * @param type for example `"aws_vpc"`, `"data.aws_caller_identity"` or `"provider.aws"`
 * @throws {Error} where the provider has no such class
 */
export function providerClass(type: string): ProviderClass {
  const module = `@cdktf/provider-aws/lib/${providerModule(type)}`;
  const terraformType = type.replace(/^(data|provider)\./, "");
  const exported: Readonly<Record<string, unknown>> = require(module);
  const name = Object.keys(exported).find((key) => {
    const value = exported[key];
    return typeof value === "function" && "tfResourceType" in value && value.tfResourceType === terraformType;
  });
  if (name === undefined) throw new Error(`${module} has no class for ${type}`);
  return { module, name };
}

/** The directory of a Terraform type in the provider's `lib`. */
export function providerModule(type: string): string {
  if (type.startsWith("provider.")) return "provider";
  return type
    .replace(/^data\./, "data_")
    .replace(/^aws_/, "")
    .replaceAll("_", "-");
}
