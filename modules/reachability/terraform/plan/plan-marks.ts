import { isObject } from "../expressions/terraform-json";

/** Whether a value has text in it. */
export function hasText(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasText);
  return isObject(value) ? Object.values(value).some(hasText) : typeof value === "string" && value !== "";
}

/** Whether anything is marked as not known; a plan marks it with `true`. */
export function hasUnknown(mark: unknown): boolean {
  if (Array.isArray(mark)) return mark.some(hasUnknown);
  return isObject(mark) ? Object.values(mark).some(hasUnknown) : mark === true;
}

/** The items of a list; none where it is no list. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
