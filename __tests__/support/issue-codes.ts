import ts from "typescript";
import { ISSUE_TABLE } from "../../modules/issues/table/issue-table";

/** The codes of issues that a source file raises: each that it writes down, unless to compare with. */
export function codesRaised(syntax: ts.SourceFile): ReadonlySet<string> {
  const codes = new Set<string>();
  const visit = (node: ts.Node): void => {
    const isCode = ts.isStringLiteralLike(node) && Object.hasOwn(ISSUE_TABLE, node.text);
    if (isCode && !ts.isBinaryExpression(node.parent)) codes.add(node.text);
    ts.forEachChild(node, visit);
  };
  visit(syntax);
  return codes;
}

/** The codes of issues that stand in the texts of a test, alone or with others. */
export function codesNamed(syntax: ts.SourceFile): ReadonlySet<string> {
  const codes = new Set<string>();
  const visit = (node: ts.Node): void => {
    const text = ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node) ? node.text : "";
    for (const [word] of text.matchAll(/[a-z0-9]+(?:-[a-z0-9]+)+/g))
      if (Object.hasOwn(ISSUE_TABLE, word)) codes.add(word);
    ts.forEachChild(node, visit);
  };
  visit(syntax);
  return codes;
}
