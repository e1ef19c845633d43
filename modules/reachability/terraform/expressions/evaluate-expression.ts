import { type Budget, fits, TOO_LARGE } from "./budget";
import type { Expression, PathStep } from "./expression";
import { navigate, type ValueStep } from "./navigate";
import { parseTemplate } from "./parse-template";
import { callFunction } from "./terraform-functions";
import { joinText, literal, unknownValue, type Value, valueOfJson } from "./value";

/** The value of a name with the steps that follow it, for example of `aws_vpc.main.id`. */
export type ValueOfName = (name: string, steps: readonly ValueStep[]) => Value;

/** A piece of JSON with the expressions in its texts carried out, as far as that can be done here. */
export function evaluateJson(json: unknown, valueOfName: ValueOfName, budget: Budget): Value {
  return budget.spend(() =>
    typeof json === "string"
      ? evaluateExpression(parseTemplate(json), valueOfName, budget)
      : valueOfJson(json, (part) => evaluateJson(part, valueOfName, budget)),
  );
}

function evaluateExpression(expression: Expression, valueOfName: ValueOfName, budget: Budget): Value {
  return budget.spend(() => {
    return carryOut(expression, valueOfName, (part) => evaluateExpression(part, valueOfName, budget));
  });
}

function carryOut(expression: Expression, valueOfName: ValueOfName, evaluate: (part: Expression) => Value): Value {
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
      const members = expression.members.map(([key, member]) => {
        const name = evaluate(key);
        return [name.kind === "literal" ? String(name.value) : "?", evaluate(member)] as const;
      });
      return { kind: "object", members: Object.fromEntries(members) };
    }
    case "call": {
      const given = expression.arguments.map(evaluate);
      const value = fits(given) ? callFunction(expression.name, given) : TOO_LARGE;
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
