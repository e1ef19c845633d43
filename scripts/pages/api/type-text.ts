import ts from "typescript";
import { declarationsOf } from "./declarations";

/** A type on one line, without comments. One that is made of a list in the code is the union of what is in it. */
export function typeText(type: ts.TypeNode | undefined): string {
  if (type === undefined) return "";
  const values = listedBy(type);
  if (values !== undefined) return values.join(" | ");
  const printer = ts.createPrinter({ removeComments: true });
  return printer
    .printNode(ts.EmitHint.Unspecified, type, type.getSourceFile())
    .replace(/\s+/g, " ")
    .replace(/; }/g, " }")
    .replace(/^\| /, "");
}

/** What `(typeof LIST)[number]` may be. */
export function listedBy(type: ts.TypeNode): readonly string[] | undefined {
  if (!ts.isIndexedAccessTypeNode(type) || !ts.isParenthesizedTypeNode(type.objectType)) return undefined;
  const query = type.objectType.type;
  if (!ts.isTypeQueryNode(query)) return undefined;
  const constant = declarationsOf(type.getSourceFile().fileName, query.exprName.getText()).find(
    ts.isVariableDeclaration,
  );
  const value = constant?.initializer === undefined ? undefined : withoutAssertions(constant.initializer);
  if (value === undefined || !ts.isArrayLiteralExpression(value)) return undefined;
  return value.elements.map((element) => element.getText());
}

/** A value without `as const` and `satisfies`. */
export function withoutAssertions(value: ts.Expression): ts.Expression {
  return ts.isAsExpression(value) || ts.isSatisfiesExpression(value) ? withoutAssertions(value.expression) : value;
}
