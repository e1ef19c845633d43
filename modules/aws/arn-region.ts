import { isUnresolved } from "../values/unresolved";

/** The Region in an ARN. `undefined` where it has none, where the text is no ARN, or where Terraform fills it in. */
export function arnRegion(arn: string): string | undefined {
  // A token can be an object, although the compiler sees a text.
  const [prefix, , , region] = `${arn}`.split(":");
  return prefix === "arn" && region !== undefined && region !== "" && !isUnresolved(region) ? region : undefined;
}
