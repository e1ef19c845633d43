import type { SymbolicText } from "../model/symbol";
import { matchesPattern, sameText } from "../model/text-match";
import { anyOf, not, type Truth } from "../model/truth";

/** An operator of a condition that compares texts. */
export interface TextOperator {
  /** Whether `*` and `?` are wildcards in its values. */
  readonly takesPatterns: boolean;
  readonly ignoresCase: boolean;
  readonly isNegated: boolean;
  /** Whether it holds where the request does not have the key. */
  readonly absentIsEnough: boolean;
}

/** Set operator, kind, negation, comparison, and whether an absent key is enough. */
const TEXT_OPERATOR =
  /^(ForAnyValue:|ForAllValues:)?(String|Arn|Bool)(Not)?(Equals|Like|EqualsIgnoreCase)?(IfExists)?$/;

/**
 * What an operator of a condition compares.
 *
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 *
 * @returns `undefined` where it compares something else than texts
 */
export function textOperator(operator: string): TextOperator | undefined {
  const [, set, kind, negation, comparison = "", ifExists] = TEXT_OPERATOR.exec(operator) ?? [];
  if (kind === undefined) return undefined;
  return {
    // ArnEquals takes wildcards as ArnLike does.
    takesPatterns: kind === "Arn" || comparison === "Like",
    ignoresCase: comparison === "EqualsIgnoreCase" || kind === "Bool",
    isNegated: negation !== undefined,
    absentIsEnough: ifExists !== undefined || set === "ForAllValues:",
  };
}

/**
 * Whether a key of a request has one of the values of a condition.
 *
 * @param isOther whether a value is known to be another one
 */
export function textHolds(
  values: readonly SymbolicText[],
  { takesPatterns, ignoresCase, isNegated }: TextOperator,
  actual: SymbolicText,
  isOther: (value: SymbolicText) => boolean = () => false,
): Truth {
  const compare = takesPatterns ? matchesPattern : sameText;
  const fold = (text: SymbolicText) => (ignoresCase ? text.toLowerCase() : text);
  const truth = anyOf(values.map((value) => (isOther(value) ? "no" : compare(fold(actual), fold(value)))));
  return isNegated ? not(truth) : truth;
}
