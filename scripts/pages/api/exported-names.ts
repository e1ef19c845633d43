import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const PROJECT = join(__dirname, "../../..");

/** A name that an entry of the package exports. */
export interface ExportedName {
  readonly name: string;
  /** The file that declares it, from the project's root, for example `"modules/network/peer.ts"`. */
  readonly file: string;
  /** Whether it is there at run time as well. */
  readonly isValue: boolean;
}

/** What an entry exports, in the order in which it names it. */
export function exportedNames(entry: string): readonly ExportedName[] {
  const text = readFileSync(join(PROJECT, entry), "utf8");
  const { statements } = ts.createSourceFile(entry, text, ts.ScriptTarget.Latest);
  return statements.flatMap((statement) =>
    ts.isExportDeclaration(statement) ? namedBy(statement, entry) : declaredBy(statement, entry),
  );
}

function namedBy({ exportClause, moduleSpecifier, isTypeOnly }: ts.ExportDeclaration, entry: string): ExportedName[] {
  const isElsewhere = moduleSpecifier !== undefined && ts.isStringLiteral(moduleSpecifier);
  const file = isElsewhere ? `${join(entry, "..", moduleSpecifier.text)}.ts` : entry;
  if (exportClause === undefined) return [...exportedNames(file)];
  if (!ts.isNamedExports(exportClause)) return [];
  return exportClause.elements.map((element) => ({
    name: element.name.text,
    file,
    isValue: !isTypeOnly && !element.isTypeOnly,
  }));
}

function declaredBy(statement: ts.Statement, file: string): ExportedName[] {
  if (!ts.canHaveModifiers(statement)) return [];
  if (!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
  const names = ts.isVariableStatement(statement)
    ? statement.declarationList.declarations.map(({ name }) => name)
    : ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)
      ? [statement.name]
      : [];
  const isValue = ts.isVariableStatement(statement);
  return names.filter(ts.isIdentifier).map(({ text }) => ({ name: text, file, isValue }));
}
