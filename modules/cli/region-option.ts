import { isRegion, PARTITIONS } from "../aws/region";
import { nearest } from "../text/nearest";
import { UnusableInputError } from "./unusable-input";

/**
 * The value of `--region`. A Region that is newer than this package is one as well.
 *
 * @throws {UnusableInputError} where it has not the shape of a Region name
 */
export function checkedRegion(value: string | undefined): string | undefined {
  if (value === undefined || isRegion(value)) return value;
  const meant = nearest(
    value,
    PARTITIONS.flatMap(({ regions }) => regions),
  );
  throw new UnusableInputError(
    `--region cannot be "${value}", which is not a Region${meant === undefined ? "" : `; did you mean "${meant}"?`}`,
  );
}
