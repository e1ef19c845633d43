import { relative, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const project = resolve(__dirname, "../..");
const ENTRIES = [
  "index.ts",
  "entries/planning.ts",
  "entries/reachability.ts",
  "entries/topology.ts",
  "testing/index.ts",
] as const;

const program = programOf(ENTRIES.map((entry) => resolve(project, "modules", entry)));
const checker = program.getTypeChecker();

function programOf(files: readonly string[]): ts.Program {
  const { config } = ts.readConfigFile(resolve(project, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, project);
  return ts.createProgram(files, { ...options, skipLibCheck: true });
}

/** What an entry exports, whatever it is called inside. */
function exportsOf(entry: string): ReadonlySet<ts.Symbol> {
  const file = program.getSourceFile(resolve(project, "modules", entry));
  const symbol = file === undefined ? undefined : checker.getSymbolAtLocation(file);
  if (symbol === undefined) throw new Error(`${entry} exports nothing`);
  return new Set(checker.getExportsOfModule(symbol).map(original));
}

function original(symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}

/** The names that the declarations of a symbol are written with: those in its types, not in what it does. */
function namedBy(symbol: ts.Symbol): ReadonlySet<ts.Symbol> {
  const named = new Set<ts.Symbol>();
  const visit = (node: ts.Node): void => {
    if (isHidden(node)) return;
    if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
      const target = checker.getSymbolAtLocation(ts.isTypeReferenceNode(node) ? node.typeName : node.expression);
      if (target !== undefined) named.add(original(target));
    }
    ts.forEachChild(node, visit);
  };
  for (const declaration of symbol.declarations ?? []) visit(declaration);
  return named;
}

/** What does not get into a `.d.ts`: bodies, initializers, private members, what is internal. */
function isHidden(node: ts.Node): boolean {
  if (ts.isBlock(node)) return true;
  if (ts.getJSDocTags(node).some(({ tagName }) => tagName.text === "internal")) return true;
  return ts.isClassElement(node) && node.name !== undefined && ts.isPrivateIdentifier(node.name);
}

/** A type of ours that the compiler writes by its name where it has to write it. */
function isNamedInDeclarations(symbol: ts.Symbol): boolean {
  const isParameter = (symbol.flags & ts.SymbolFlags.TypeParameter) !== 0;
  const declarations = symbol.declarations ?? [];
  return !isParameter && declarations.some((each) => placeOf(each).startsWith("modules/") && !isWorkedOut(each));
}

/** Of a type that is computed from others, of one without a name and of texts the compiler writes what comes out. */
function isWorkedOut(declaration: ts.Declaration): boolean {
  if (!ts.isTypeAliasDeclaration(declaration)) return false;
  const { type, typeParameters } = declaration;
  const isUnnamed = ts.isTypeLiteralNode(type) || ts.isMappedTypeNode(type);
  const isOfTexts = ts.isUnionTypeNode(type) && type.types.every(ts.isLiteralTypeNode);
  return (
    typeParameters !== undefined ||
    isUnnamed ||
    isOfTexts ||
    ts.isTypeQueryNode(type) ||
    ts.isIndexedAccessTypeNode(type)
  );
}

function placeOf(declaration: ts.Declaration): string {
  return relative(project, declaration.getSourceFile().fileName);
}

describe.each(ENTRIES)("the entry %s", (entry) => {
  it("exports every type that a declaration of it names", () => {
    const exported = exportsOf(entry);
    const missing = [...exported].flatMap((symbol) =>
      [...namedBy(symbol)]
        .filter((named) => isNamedInDeclarations(named) && !exported.has(named))
        .map((named) => `${symbol.name} -> ${named.name}`),
    );
    expect(missing.sort()).toEqual([]);
    expect(exported.size).toBeGreaterThan(2);
  });
});
