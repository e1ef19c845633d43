import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const PROJECT = join(__dirname, "../../..");

/** What declares a name: of a type, of a value, or of both. */
export type Declared =
  | ts.InterfaceDeclaration
  | ts.ClassDeclaration
  | ts.TypeAliasDeclaration
  | ts.FunctionDeclaration
  | ts.VariableDeclaration;

const sources = new Map<string, ts.SourceFile>();

/** A file of the project, by its path from the root. */
export function sourceOf(file: string): ts.SourceFile {
  const known = sources.get(file);
  if (known !== undefined) return known;
  const source = ts.createSourceFile(file, readFileSync(join(PROJECT, file), "utf8"), ts.ScriptTarget.Latest, true);
  sources.set(file, source);
  return source;
}

/** The declarations that a name has where a file uses it, also those of another file of the project. */
export function declarationsOf(file: string, name: string): readonly Declared[] {
  const { statements } = sourceOf(file);
  const here = statements.flatMap(declaredBy).filter((declared) => declared.name?.getText() === name);
  if (here.length > 0) return here;
  const from = statements.flatMap((statement) => importOf(statement, name))[0];
  return from?.specifier.startsWith(".") ? declarationsOf(`${join(file, "..", from.specifier)}.ts`, from.name) : [];
}

function declaredBy(statement: ts.Statement): readonly Declared[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations;
  return ts.isInterfaceDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isFunctionDeclaration(statement)
    ? [statement]
    : [];
}

/** Where a statement gets a name from: an import, or an export of what another file has. */
function importOf(statement: ts.Statement, name: string): { specifier: string; name: string }[] {
  const isImport = ts.isImportDeclaration(statement);
  if (!isImport && !ts.isExportDeclaration(statement)) return [];
  const names = isImport ? statement.importClause?.namedBindings : statement.exportClause;
  const specifier = statement.moduleSpecifier;
  if (names === undefined || specifier === undefined || !ts.isStringLiteral(specifier)) return [];
  if (!ts.isNamedImports(names) && !ts.isNamedExports(names)) return [];
  return Array.from<ts.ImportOrExportSpecifier>(names.elements)
    .filter((element) => element.name.text === name)
    .map((element) => ({ specifier: specifier.text, name: (element.propertyName ?? element.name).text }));
}
