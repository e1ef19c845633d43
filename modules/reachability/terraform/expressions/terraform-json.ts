import { isObject } from "../../../values/is-object";
/** Terraform JSON: a `cdk.tf.json` (or any other configuration in JSON), or what `terraform show -json PLAN` prints. */
export type TerraformJson = Readonly<Record<string, unknown>>;

/** A member that is an object; an empty one where it is not. */
export function objectAt(json: TerraformJson, member: string): TerraformJson {
  const value = json[member];
  return isObject(value) ? value : {};
}

/** The objects of a member that is a list; none where it is not. */
export function objectsAt(json: TerraformJson, member: string): readonly TerraformJson[] {
  const value = json[member];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** The objects of a member that may be one object or a list of them, as Terraform writes blocks. */
export function blocksAt(json: TerraformJson, member: string): readonly TerraformJson[] {
  const value = json[member];
  return (Array.isArray(value) ? value : [value]).filter(isObject);
}

/** A member that is a text. */
export function textAt(json: TerraformJson, member: string): string | undefined {
  const value = json[member];
  return typeof value === "string" ? value : undefined;
}
