import { MASK, maskPlaceholders } from "./placeholder";
import { templateParts } from "./template-parts";

/**
 * The text with each Terraform expression (`${…}`, `%{…}`) and each placeholder replaced by as many characters that mean
 * nothing, so that separators are found outside of them only and positions stay the same.
 */
export function maskPending(text: string): string {
  return maskPlaceholders(maskExpressions(text));
}

/** Whether a part of a masked text is written later. */
export function isMasked(masked: string): boolean {
  return masked.includes(MASK);
}

/** The parts of a text between its colons, but for the colons in what is written later. */
export function splitAtColons(text: string): string[] {
  const fields: string[] = [];
  let start = 0;
  for (const field of maskPending(text).split(":")) {
    fields.push(text.slice(start, start + field.length));
    start += field.length + 1;
  }
  return fields;
}

function maskExpressions(text: string): string {
  return templateParts(text)
    .map((part) => (part.opening === undefined ? part.text : MASK.repeat(part.text.length)))
    .join("");
}
