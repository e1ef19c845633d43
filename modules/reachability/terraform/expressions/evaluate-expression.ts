import type { Expression, PathStep } from "./expression";
import { navigate, type ValueStep } from "./navigate";
import { parseTemplate } from "./parse-template";
import { callFunction } from "./terraform-functions";
import { joinText, literal, unknownValue, type Value, valueOfJson } from "./value";

/** The value of a name with the steps that follow it, for example of `aws_vpc.main.id`. */
export type ValueOfName = (name: string, steps: readonly ValueStep[]) => Value;

/** A piece of JSON with the expressions in its texts carried out, as far as that can be done here. */
export function evaluateJson(json: unknown, valueOfName: ValueOfName): Value {
  return valueOfJson(json, (text) => evaluateExpression(parseTemplate(text), valueOfName));
}

function evaluateExpression(expression: Expression, valueOfName: ValueOfName): Value {
  const evaluate = (part: Expression) => evaluateExpression(part, valueOfName);
  switch (expression.kind) {
    case "literal":
      return literal(expression.value);
    case "template":
      return joinText(expression.parts.map(evaluate));
    case "list":
      return { kind: "list", items: expression.items.map(evaluate) };
    case "object": {
      const members = expression.members.map(([key, member]) => {
        const name = evaluate(key);
        return [name.kind === "literal" ? String(name.value) : "?", evaluate(member)] as const;
      });
      return { kind: "object", members: Object.fromEntries(members) };
    }
    case "call": {
      const value = callFunction(expression.name, expression.arguments.map(evaluate));
      return navigate(value, evaluateSteps(expression.steps, evaluate));
    }
    case "name":
      return valueOfName(expression.name, evaluateSteps(expression.steps, evaluate));
    case "unsupported":
      return unknownValue(`the value of \${${expression.text}} is known to Terraform only`);
  }
}

function evaluateSteps(steps: readonly PathStep[], evaluate: (expression: Expression) => Value): ValueStep[] {
  return steps.map((step) => (step.kind === "index" ? { ...step, index: evaluate(step.index) } : step));
}
