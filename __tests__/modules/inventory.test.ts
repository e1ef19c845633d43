import { existsSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { ASK_RULES } from "../../modules/planning/rules/ask-rules";
import { CONFLICT_RULES } from "../../modules/reachability/conflicts/conflict-rules";
import { codesNamed, codesRaised } from "../support/issue-codes";
import { readSource, type SourceFile, sourceFiles } from "../support/source-imports";
import { CHECKS } from "./reachability/support/check-table";

/** The rules and checks of a folder, of which there are so many at the least. */
const FOLDERS = [
  { folder: "modules/planning/rules", kind: "AskRule", least: ASK_RULES.length },
  { folder: "modules/reachability/conflicts", kind: "ConflictRule", least: CONFLICT_RULES.length },
  { folder: "modules/reachability/checks", kind: "check", least: 20 },
  { folder: "modules/task/checks", kind: "check", least: 12 },
] as const;

type Kind = (typeof FOLDERS)[number]["kind"];

/** The rules and checks that a file exports: constants of the type, functions of the name. */
function exported({ syntax }: SourceFile, kind: Kind): readonly string[] {
  return syntax.statements.flatMap((statement) => {
    const isExported = ts.canHaveModifiers(statement) && ts.getModifiers(statement)?.some(isExport) === true;
    if (!isExported) return [];
    if (ts.isFunctionDeclaration(statement)) {
      const name = statement.name?.text ?? "";
      return kind === "check" && /^check[A-Z]/.test(name) ? [name] : [];
    }
    if (!ts.isVariableStatement(statement)) return [];
    const ofKind = statement.declarationList.declarations.filter(({ type }) => type?.getText() === kind);
    return ofKind.map(({ name }) => name.getText());
  });
}

function isExport({ kind }: ts.ModifierLike): boolean {
  return kind === ts.SyntaxKind.ExportKeyword;
}

/** The test that has the name of a file. */
function testOf({ path }: SourceFile): SourceFile | undefined {
  const test = `__tests__/${path.replace(/\.ts$/, ".test.ts")}`;
  return existsSync(test) ? readSource(test) : undefined;
}

/** How many tests a file has, tables of them counted once. */
function testsIn({ syntax }: SourceFile): number {
  let count = 0;
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^it(?:\.each[^(]*\(|$)/s.test(node.expression.getText())) count++;
    ts.forEachChild(node, visit);
  };
  visit(syntax);
  return count;
}

const IN_TABLE = new Set(CHECKS.map(({ code }) => code));

const subjects = FOLDERS.flatMap(({ folder, kind }) =>
  sourceFiles(folder)
    .map((file) => ({ path: file.path, file, names: exported(file, kind), codes: [...codesRaised(file.syntax)] }))
    .filter(({ names, codes }) => names.length > 0 || codes.length > 0),
);

describe("the inventory of rules and checks", () => {
  it.each(FOLDERS)("knows those in $folder", ({ folder, least }) => {
    const names = subjects.filter(({ path }) => path.startsWith(`${folder}/`)).flatMap((each) => each.names);
    expect(new Set(names).size).toBeGreaterThanOrEqual(least);
  });

  it.each(subjects)("has a test for $path, or rows in the table of checks", ({ file, codes }) => {
    const test = testOf(file);
    if (test === undefined) expect(codes.filter((code) => IN_TABLE.has(code))).not.toEqual([]);
    else expect(testsIn(test)).toBeGreaterThan(0);
  });

  it.each(subjects)("has a case for each issue that $path finds", ({ file, codes }) => {
    const test = testOf(file);
    const named = test === undefined ? IN_TABLE : new Set([...IN_TABLE, ...codesNamed(test.syntax)]);
    expect(codes.filter((code) => !named.has(code))).toEqual([]);
  });
});
