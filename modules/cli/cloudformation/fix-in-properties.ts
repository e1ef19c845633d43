import { CLOUDFORMATION_SPELLING } from "../../task/json/field-spelling";

/**
 * What to type, with the names of ECS's fields as CloudFormation has them: the keys of JSON, and the names in the sentence. Names
 * and values of the user's own stand in quotation marks and stay.
 *
 * @example fixInProperties('write "essential": false, or leave hostPort out') // 'write "Essential": false, or leave HostPort out'
 */
export function fixInProperties(fix: string): string {
  return fix.replace(QUOTED_OR_FIELD, (whole, key?: string, field?: string) => {
    if (field !== undefined) return CLOUDFORMATION_SPELLING.inputName(field);
    return key === undefined ? whole : `"${CLOUDFORMATION_SPELLING.inputName(key)}"`;
  });
}

/** A key of JSON or the name of a block in quotation marks, anything else in them, or the name of a field. */
const QUOTED_OR_FIELD =
  /"([a-z][A-Za-z0-9]*(?=":)|[a-z][A-Za-z0-9]*Configuration)"|"[^"]*"|(?<![\w-])([a-z]{2,}[A-Z][A-Za-z0-9]*)(?![\w-])/g;
