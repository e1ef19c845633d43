import { splitAtColons } from "../values/pending-parts";
import { isRegion } from "./region";

/** The Region in an ARN. `undefined` where it has none, where the text is no ARN, or where the Region is written later. */
export function arnRegion(arn: string): string | undefined {
  // A token can be an object, although the compiler sees a text.
  const [prefix, , , region] = splitAtColons(`${arn}`);
  return prefix === "arn" && region !== undefined && isRegion(region) ? region : undefined;
}
