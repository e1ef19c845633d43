import type { Operator } from "./expression";
import { booleanOf, isEqual, numberOf, whyOpen } from "./known-value";
import { type LiteralValue, literal, unknownValue, type Value } from "./value";

/** The value of an operation. */
export function operate(operator: Operator, left: Value, right: Value): Value {
  const result = resultOf(operator, left, right);
  if (result !== undefined) return literal(result);
  return whyOpen(left) ?? whyOpen(right) ?? unknownValue(`what ${operator} gives is known to Terraform only`);
}

/** The value of `!` or `-` in front of something. */
export function operateUnary(operator: "!" | "-", operand: Value): Value {
  const [truth, number] = [booleanOf(operand), numberOf(operand)];
  if (operator === "!" && truth !== undefined) return literal(!truth);
  if (operator === "-" && number !== undefined) return literal(-number);
  return whyOpen(operand) ?? unknownValue(`what ${operator} gives is known to Terraform only`);
}

function resultOf(operator: Operator, left: Value, right: Value): LiteralValue["value"] | undefined {
  switch (operator) {
    case "||":
    case "&&":
      return logical(operator === "||", booleanOf(left), booleanOf(right));
    case "==":
      return isEqual(left, right);
    case "!=": {
      const equal = isEqual(left, right);
      return equal === undefined ? undefined : !equal;
    }
    default: {
      const [a, b] = [numberOf(left), numberOf(right)];
      return a === undefined || b === undefined ? undefined : arithmetic(operator, a, b);
    }
  }
}

/** One side that decides is enough. */
function logical(decisive: boolean, left: boolean | undefined, right: boolean | undefined): boolean | undefined {
  if (left === decisive || right === decisive) return decisive;
  return left === undefined || right === undefined ? undefined : !decisive;
}

function arithmetic(
  operator: Exclude<Operator, "||" | "&&" | "==" | "!=">,
  a: number,
  b: number,
): number | boolean | undefined {
  switch (operator) {
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? undefined : a / b;
    case "%":
      return b === 0 ? undefined : a % b;
  }
}
