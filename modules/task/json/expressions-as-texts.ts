/** A text of JSON, closed or not, or an expression beside one. Names of expressions have no braces and no quotes. */
const TEXT_OR_EXPRESSION = /"(?:[^"\\]|\\[\s\S])*"?|(\$\{[^{}"]*\})/g;

/**
 * JSON in which an expression that stands for a whole value is a text, as a template has one in the place of a number.
 *
 * @example expressionsAsTexts('{ "cpu": ${var.cpu} }') // '{ "cpu": "${var.cpu}" }'
 */
export function expressionsAsTexts(json: string): string {
  return json.replace(TEXT_OR_EXPRESSION, (part, expression?: string) =>
    expression === undefined ? part : `"${part}"`,
  );
}
