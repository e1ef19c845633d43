import { fits, TOO_LARGE } from "./budget";
import { evaluateFor } from "./evaluate-for";
import type { CallExpression, Expression, PathStep } from "./expression";
import { callFileFunction, isFileFunction } from "./file-functions";
import { booleanOf, isEqual, isSymbolicKey, whyOpen } from "./known-value";
import { navigate, type ValueStep } from "./navigate";
import { operate, operateUnary } from "./operations";
import { parseTemplate } from "./parse-template";
import type { Scope } from "./scope";
import { symbolicText } from "./symbolic-text";
import { callFunction } from "./terraform-functions";
import { joinText, literal, unknownValue, type Value, valueOfJson } from "./value";
import { callYamlDecode } from "./yaml-function";

/** A piece of JSON with the expressions in its texts carried out, as far as that can be done here. */
export function evaluateJson(json: unknown, scope: Scope): Value {
  const ofKey = (key: string) => (isSymbolicKey(key) ? symbolicText(evaluateJson(key, scope)) : key);
  return scope.budget.spend(() =>
    typeof json === "string"
      ? evaluateExpression(parseTemplate(json), scope)
      : valueOfJson(json, (part) => evaluateJson(part, scope), ofKey),
  );
}

/** The value of an expression, as far as it can be carried out here. */
export function evaluateExpression(expression: Expression, scope: Scope): Value {
  return scope.budget.spend(() => carryOut(expression, scope, (part) => evaluateExpression(part, scope)));
}

function carryOut(expression: Expression, scope: Scope, evaluate: (part: Expression) => Value): Value {
  switch (expression.kind) {
    case "literal":
      return literal(expression.value);
    case "template": {
      const parts = expression.parts.map(evaluate);
      return fits(parts) ? joinText(parts) : TOO_LARGE;
    }
    case "list":
      return { kind: "list", items: expression.items.map(evaluate) };
    case "object": {
      const members = expression.members.map(
        ([key, member]) => [symbolicText(evaluate(key)), evaluate(member)] as const,
      );
      return { kind: "object", members: Object.fromEntries(members) };
    }
    case "call":
      return navigate(call(expression, scope, evaluate), evaluateSteps(expression.steps, evaluate));
    case "name":
      return scope.lookUp(expression.name, evaluateSteps(expression.steps, evaluate));
    case "path":
      return navigate(evaluate(expression.of), evaluateSteps(expression.steps, evaluate));
    case "for":
      return evaluateFor(expression, scope, evaluateExpression);
    case "conditional":
      return choose(evaluate(expression.condition), expression, evaluate);
    case "operation":
      return operate(expression.operator, evaluate(expression.left), evaluate(expression.right));
    case "unary":
      return operateUnary(expression.operator, evaluate(expression.operand));
    case "unsupported":
      return unknownValue(`the value of \${${expression.text}} is known to Terraform only`);
  }
}

function call(expression: CallExpression, scope: Scope, evaluate: (part: Expression) => Value): Value {
  const { name } = expression;
  const given = expression.arguments.map(evaluate);
  const last = expression.expands === true ? given.pop() : undefined;
  if (last !== undefined && last.kind !== "list")
    return whyOpen(last) ?? unknownValue(`what ${name}(…) is given is not known`);
  const all = [...given, ...(last?.items ?? [])];
  if (!fits(all)) return TOO_LARGE;
  if (name === "yamldecode") return callYamlDecode(all, scope);
  if (!isFileFunction(name)) return callFunction(name, all);
  return callFileFunction(name, all, scope, (text, inner) => evaluateExpression(parseTemplate(text), inner));
}

/** The side that the condition chooses, or both where they are the same. */
function choose(
  condition: Value,
  { chosen, otherwise }: Extract<Expression, { kind: "conditional" }>,
  evaluate: (part: Expression) => Value,
): Value {
  const truth = booleanOf(condition);
  if (truth !== undefined) return evaluate(truth ? chosen : otherwise);
  const value = evaluate(chosen);
  if (isEqual(value, evaluate(otherwise)) === true) return value;
  return whyOpen(condition) ?? unknownValue("which side of a condition counts is not known");
}

function evaluateSteps(steps: readonly PathStep[], evaluate: (expression: Expression) => Value): ValueStep[] {
  return steps.map((step) => (step.kind === "index" ? { ...step, index: evaluate(step.index) } : step));
}
