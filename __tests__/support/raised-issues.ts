import ts from "typescript";
import type { SourceFile } from "./source-imports";

/** A place in the library at which an issue is made. */
export interface RaisedIssue {
  readonly code: string;
  /** How bad it may be there. */
  readonly severities: readonly string[];
  /** For example `"modules/planning/task/check-task.ts:30"`. */
  readonly where: string;
}

/** What is found in the sources: the issues, and where the syntax alone does not tell the code of one. */
export interface RaisedIssues {
  readonly issues: readonly RaisedIssue[];
  readonly untold: readonly string[];
}

/** The issues that some files make, read from their syntax. */
export function raisedIn(files: readonly Pick<SourceFile, "path" | "syntax">[]): RaisedIssues {
  const issues: RaisedIssue[] = [];
  const untold: string[] = [];
  for (const { path, syntax } of files) {
    const isSoftened = hasProperty(syntax, "unreachable");
    for (const literal of objectLiterals(syntax)) {
      const code = propertyOf(literal, "code");
      if (code === undefined || !ISSUE_TEXTS.some((name) => propertyOf(literal, name) !== undefined)) continue;
      const where = `${path}:${syntax.getLineAndCharacterOfPosition(code.getStart()).line + 1}`;
      const codes = codesOf(code, syntax);
      if (codes.length === 0 && !isPassedOn(code, syntax)) untold.push(where);
      const own = severitiesOf(literal);
      const severities = isSoftened && own.includes("error") ? [...own, "note"] : own;
      issues.push(...codes.map((each) => ({ code: each, severities, where })));
    }
  }
  return { issues, untold };
}

/** Besides its code, an issue has one of these; a question has the second. */
const ISSUE_TEXTS = ["problem", "what", "why"];

function objectLiterals(root: ts.Node): ts.ObjectLiteralExpression[] {
  return descendants(root).filter(ts.isObjectLiteralExpression);
}

function descendants(root: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

/** The property of a literal, not counting those of its spreads. */
function propertyOf(literal: ts.ObjectLiteralExpression, name: string): ts.ObjectLiteralElementLike | undefined {
  return literal.properties.find((property) => property.name && "text" in property.name && property.name.text === name);
}

function hasProperty(root: ts.Node, name: string): boolean {
  return objectLiterals(root).some((literal) => propertyOf(literal, name) !== undefined);
}

/** The texts that `code` may have: of its value, of the constant, or of the calls that give the parameter. */
function codesOf(property: ts.ObjectLiteralElementLike, syntax: ts.SourceFile): string[] {
  if (ts.isPropertyAssignment(property)) return resultsOf(property.initializer);
  if (!ts.isShorthandPropertyAssignment(property)) return [];
  return descendants(syntax).flatMap((node): string[] => {
    if (ts.isVariableDeclaration(node) && isNamedCode(node.name) && node.initializer !== undefined) {
      return resultsOf(node.initializer);
    }
    if (!ts.isCallExpression(node)) return [];
    const called = ts.isIdentifier(node.expression) ? functionNamed(node.expression.text, syntax) : undefined;
    const parameters = called?.parameters ?? [];
    return parameters.flatMap(({ name }, index) => {
      const argument = node.arguments[index];
      return isNamedCode(name) && argument !== undefined ? resultsOf(argument) : [];
    });
  });
}

/** Whether the code is that of another issue, which is taken apart: where that is made, it has been found. */
function isPassedOn(property: ts.ObjectLiteralElementLike, syntax: ts.SourceFile): boolean {
  const takesApart = (node: ts.Node) => ts.isBindingElement(node) && isNamedCode(node.name);
  return ts.isShorthandPropertyAssignment(property) && descendants(syntax).some(takesApart);
}

function isNamedCode(name: ts.BindingName): boolean {
  return ts.isIdentifier(name) && name.text === "code";
}

function functionNamed(name: string, syntax: ts.SourceFile): ts.FunctionDeclaration | undefined {
  return syntax.statements.filter(ts.isFunctionDeclaration).find((each) => each.name?.text === name);
}

/** A text, or the texts of the two ways of a condition. */
function resultsOf(value: ts.Expression): string[] {
  if (ts.isStringLiteral(value)) return [value.text];
  if (ts.isConditionalExpression(value)) return [...resultsOf(value.whenTrue), ...resultsOf(value.whenFalse)];
  return ts.isAsExpression(value) || ts.isParenthesizedExpression(value) ? resultsOf(value.expression) : [];
}

/** What the literal says, what its spreads may say, and what is said where nothing is: a question is a note. */
function severitiesOf(literal: ts.ObjectLiteralExpression): string[] {
  const own = propertyOf(literal, "severity");
  if (own !== undefined) return ts.isPropertyAssignment(own) ? resultsOf(own.initializer) : [];
  if (propertyOf(literal, "what") !== undefined) return ["note"];
  const spread = literal.properties
    .filter(ts.isSpreadAssignment)
    .flatMap(({ expression }) => objectLiterals(expression))
    .flatMap((part) => severityIn(part));
  return ["error", ...spread];
}

function severityIn(literal: ts.ObjectLiteralExpression): string[] {
  const own = propertyOf(literal, "severity");
  return own !== undefined && ts.isPropertyAssignment(own) ? resultsOf(own.initializer) : [];
}
