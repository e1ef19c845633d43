import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";

/** One import of a source file. */
export interface SourceImport {
  /** As it is written, for example `"../issues/issue"`. */
  readonly specifier: string;
  /** The file that it leads to, from the project's root, where it is one of the project's. */
  readonly target?: string;
  /** Whether it imports nothing but types, so that nothing is loaded. */
  readonly typeOnly: boolean;
}

/** A source file of the project. */
export interface SourceFile {
  /** Path from the project's root, for example `"modules/issues/issue.ts"`. */
  readonly path: string;
  readonly lines: number;
  readonly imports: readonly SourceImport[];
  readonly syntax: ts.SourceFile;
}

const PROJECT = join(__dirname, "../..");

/** The TypeScript files of a folder of the project, and of the folders in it. */
export function sourceFiles(folder: string): SourceFile[] {
  const paths = readdirSync(join(PROJECT, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(folder, path))
    .sort();
  return paths.map((path) => readSource(path));
}

/** One TypeScript file of the project. */
export function readSource(path: string): SourceFile {
  const text = readFileSync(join(PROJECT, path), "utf8");
  const syntax = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: SourceImport[] = [];
  const visit = (node: ts.Node): void => {
    const found = importOf(node);
    if (found !== undefined) imports.push({ ...found, ...targetOf(path, found.specifier) });
    ts.forEachChild(node, visit);
  };
  visit(syntax);
  return { path, lines: text.split("\n").length - 1, imports, syntax };
}

/** Every way to import: a declaration, a re-export, `import("x")` and `require("x")`, as a value and as a type. */
function importOf(node: ts.Node): Pick<SourceImport, "specifier" | "typeOnly"> | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const clause = node.importClause;
    const names = clause?.namedBindings;
    const onlyTypes =
      clause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
      (clause?.name === undefined &&
        names !== undefined &&
        ts.isNamedImports(names) &&
        names.elements.every(({ isTypeOnly }) => isTypeOnly));
    return { specifier: node.moduleSpecifier.text, typeOnly: onlyTypes };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
    const names = node.exportClause;
    const onlyTypes =
      node.isTypeOnly ||
      (names !== undefined && ts.isNamedExports(names) && names.elements.every(({ isTypeOnly }) => isTypeOnly));
    return { specifier: node.moduleSpecifier.text, typeOnly: onlyTypes };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return { specifier: node.argument.literal.text, typeOnly: true };
  }
  if (ts.isCallExpression(node)) {
    const [argument] = node.arguments;
    const loads = node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === "require";
    if (loads) {
      return {
        specifier: argument !== undefined && ts.isStringLiteral(argument) ? argument.text : "",
        typeOnly: false,
      };
    }
  }
  return undefined;
}

function targetOf(path: string, specifier: string): Pick<SourceImport, "target"> {
  if (!specifier.startsWith(".")) return {};
  // An import at run time has the name that the file has then.
  const target = join(PROJECT, dirname(path), specifier.replace(/\.js$/, ""));
  const file = [`${target}.ts`, join(target, "index.ts"), target].find((candidate) => ts.sys.fileExists(candidate));
  return file === undefined ? {} : { target: relative(PROJECT, file) };
}
