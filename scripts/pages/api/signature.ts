import ts from "typescript";
import { type Links, linkedType } from "./links";
import { typeText } from "./type-text";

/** What is called: a function, a method, or a constructor. */
export type Callable = ts.FunctionDeclaration | ts.MethodDeclaration | ts.MethodSignature | ts.ConstructorDeclaration;

/** How something is called, on one line: `forTasks(tasks: …, surroundings?: …): EndpointPlan`. */
export function signature(name: string, { parameters, type }: Callable, links: Links): string {
  const given = parameters.map((parameter) => {
    const isOptional = parameter.questionToken !== undefined || parameter.initializer !== undefined;
    return `${parameterName(parameter)}${isOptional ? "?" : ""}: ${typeText(parameter.type) || defaultType(parameter)}`;
  });
  const returned = type === undefined ? "" : `: ${typeText(type)}`;
  return linkedType(`${name}(${given.join(", ")})${returned}`, links);
}

/** One that is taken apart at once has no name, and is `options` for readers. */
export function parameterName({ name }: ts.ParameterDeclaration): string {
  return ts.isIdentifier(name) ? name.text : "options";
}

/** What the compiler infers of a default. */
function defaultType({ initializer }: ts.ParameterDeclaration): string {
  if (initializer === undefined) return "unknown";
  if (ts.isStringLiteral(initializer)) return "string";
  return ts.isNumericLiteral(initializer) ? "number" : "boolean";
}
