/**
 * Whether Terraform fills the value in only at plan or apply time: a cdktf token, or a Terraform expression.
 *
 * Such a value is never bad input. It cannot be checked, so no check is made; what depends on it is unknown.
 * A Terraform expression is text with `${…}` or, as a template directive, `%{…}`. cdktf encodes a string token as
 * `${TfToken[…]}`, a list token as an array holding `#{TfToken[…]}`, and a number token as a number below -1e280, which
 * no AWS setting can take; anything else it passes as an object with `resolve`.
 */
export function isUnresolved(value: unknown): boolean {
  switch (typeof value) {
    case "string":
      return value.includes("${") || value.includes("%{") || value.includes("#{TfToken[");
    case "number":
      return value < -1e280;
    case "object":
      if (value === null) return false;
      return Array.isArray(value)
        ? value.some(isUnresolved)
        : "resolve" in value && typeof value.resolve === "function";
    default:
      return false;
  }
}

/** Stands for what somebody else fills in. Like a Terraform expression it is unknown, so it is not checked. */
export const FROM_ELSEWHERE = "${elsewhere}";
