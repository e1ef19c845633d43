import { isObject } from "../../../values/is-object";
import type { TerraformJson } from "../expressions/terraform-json";
import type { TerraformResource } from "../resources/terraform-resource";

/** What a plan says of one instance of a resource, as it is after the apply. */
export interface PlannedResource {
  readonly address: string;
  readonly mode: "managed" | "data";
  readonly type: string;
  /** Its name in its module, for example `"aws_vpc.main"`. */
  readonly name: string;
  readonly key?: string | number;
  readonly values: TerraformJson;
  /** Which of the values only the apply knows: `true`, or the same for what is inside. */
  readonly unknown: TerraformJson;
  readonly created: boolean;
  /** Whether a data source was read before the plan, or a state has it. */
  readonly isRead: boolean;
}

/** One instance of a resource in a plan, as others see it. */
export interface PlanInstance extends TerraformResource {
  readonly planned: PlannedResource;
}

/** Whether only the apply knows an argument. */
export function isUnknown({ unknown }: PlannedResource, argument: string): boolean {
  return unknown[argument] === true;
}

/** Whether the plan knows all of an argument, and that is text or has text in it. A number may be the length of what is not known. */
export function hasKnownText({ values, unknown }: PlannedResource, argument: string): boolean {
  return hasText(values[argument]) && !hasUnknownPart(unknown[argument]);
}

function hasText(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasText);
  return isObject(value) ? Object.values(value).some(hasText) : typeof value === "string" && value !== "";
}

/** Whether a mark of a plan says of anything that only the apply knows it. */
export function hasUnknownPart(mark: unknown): boolean {
  if (Array.isArray(mark)) return mark.some(hasUnknownPart);
  return isObject(mark) ? Object.values(mark).some(hasUnknownPart) : mark === true;
}
