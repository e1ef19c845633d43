/** What stands for a character of an expression: one that no name, ARN or host has. */
const MASK = "\u0000";

/**
 * The text with each Terraform expression (`${…}`, `%{…}`) replaced by as many characters that mean nothing, so that
 * separators are found outside of expressions only and positions stay the same.
 */
export function maskExpressions(text: string): string {
  let masked = "";
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const opens = (text[index] === "$" || text[index] === "%") && text[index + 1] === "{";
    if (depth === 0 && !opens) {
      masked += text[index];
      continue;
    }
    if (text[index] === "{") depth++;
    else if (text[index] === "}") depth--;
    else if (opens && depth === 0) {
      depth = 1;
      index++;
      masked += MASK;
    }
    masked += MASK;
  }
  return masked;
}

/** Whether a part of a masked text is filled in by Terraform. */
export function hasExpression(masked: string): boolean {
  return masked.includes(MASK);
}

/**
 * The type of the resource or data source that an expression at the start of a text refers to.
 *
 * @example referredType("${aws_ecr_repository.orders.repository_url}:1.4.2") // "aws_ecr_repository"
 */
export function referredType(text: string): string | undefined {
  return /^\$\{\s*(?:data\.)?(aws_[a-z0-9_]+)\./.exec(text)?.[1];
}
