import type { Construct } from "constructs";
import { checkShape } from "../shapes/check-shape";
import type { Shape } from "../shapes/shape";
import { throwIssues } from "./throw-issues";

/**
 * Throws where the properties of a construct cannot be looked into, before anything looks into them.
 *
 * @throws {ConfigurationError} for a property that is unknown, missing, or something else
 */
export function throwMalformed(construct: Construct, props: unknown, shape: Shape): void {
  throwIssues(construct, [...checkShape(props, shape)]);
}
