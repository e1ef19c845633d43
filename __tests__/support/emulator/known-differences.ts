import { KNOWN_DIFFERENCES } from "../../../scripts/emulator/known-differences";
import type { ResourceChange } from "./terraform-plan";

/** The differences of a plan that are not the emulator's, as `address: attribute`. */
export function unknownDifferences(differences: readonly ResourceChange[]): string[] {
  return differences.flatMap(({ address, type, attributes }) =>
    attributes
      .filter((attribute) => !KNOWN_DIFFERENCES.some((known) => known.type === type && known.attribute === attribute))
      .map((attribute) => `${address}: ${attribute}`),
  );
}
