import ts from "typescript";
import { describe, expect, it } from "vitest";
import { readSource, type SourceFile, sourceFiles } from "../support/source-imports";

/** The parts of the project; each imports from those before it, and never from those behind it. */
const ARROW = [
  "values",
  "text",
  "aws",
  "issues",
  "shapes",
  "cost",
  "addressing",
  "asks",
  "task",
  "planning",
  "snapshot",
  "adoption",
  "reachability",
  "diagnosis",
  "topology",
  "drawing",
  "html-report",
  "entries",
  "validation",
  "network",
  "endpoints",
  "load-balancing",
  "fargate",
  "instance",
  "private-link",
  "testing",
  "stacks",
  "main",
];

/** What works without any package. */
const PURE = ARROW.slice(0, ARROW.indexOf("entries") + 1);
const PURE_OR_CLI = [...PURE, "cli"];

/** Tables of data live alone in their files, and may be as long as the data. */
const TABLES = ["modules/aws/endpoint-services/catalog.ts"];

const LONGEST_FILE = 250;
const MEDIAN_FILE = 60;

const modules = sourceFiles("modules");
const stacks = sourceFiles("stacks");
const main = readSource("main.ts");
const all = [...modules, ...stacks, main];

/** `modules/issues/issue.ts` is in planning, `stacks/index.ts` in stacks, `modules/index.ts` in index. */
function partOf(path: string): string {
  const [first = "", second = ""] = path.replace(/\.ts$/, "").split("/");
  return first === "modules" ? second : first;
}

/** Each import of the files that breaks a rule, as `file -> import`. */
function breaches(files: readonly SourceFile[], isAllowed: (imported: string, file: SourceFile) => boolean): string[] {
  return files.flatMap((file) =>
    file.imports
      .map(({ target, specifier }) => target ?? specifier)
      .filter((imported) => !isAllowed(imported, file))
      .map((imported) => `${file.path} -> ${imported}`),
  );
}

const isOurs = (imported: string) => imported.startsWith("modules/") || imported.startsWith("stacks/");
const isConstructLibrary = (imported: string) =>
  imported === "cdktf" || imported === "constructs" || /^@cdktf\/provider-aws\/lib\/[a-z0-9-]+$/.test(imported);

describe("the architecture", () => {
  it("is looked at as a whole: every part of the library is in the arrow, or internal, the command or the index", () => {
    expect(modules.length).toBeGreaterThan(40);
    const parts = new Set(modules.map(({ path }) => partOf(path)));
    expect([...parts].filter((part) => ![...ARROW, "internal", "cli", "index"].includes(part))).toEqual([]);
  });

  it("has one direction of imports", () => {
    const files = modules.filter(({ path }) => ARROW.includes(partOf(path)));
    const toTheLeft = (imported: string, { path }: SourceFile) => {
      const part = partOf(imported);
      if (!isOurs(imported) || part === "internal") return true;
      return ARROW.includes(part) && ARROW.indexOf(part) <= ARROW.indexOf(partOf(path));
    };
    expect(breaches(files, toTheLeft)).toEqual([]);
  });

  it("has internal helpers that know what plans only, and that nothing pure knows", () => {
    const internal = modules.filter(({ path }) => partOf(path) === "internal");
    const pure = modules.filter(({ path }) => PURE.includes(partOf(path)));
    expect(internal.length).toBeGreaterThan(0);
    const allowed = (imported: string) => !isOurs(imported) || ["internal", ...PURE].includes(partOf(imported));
    expect(breaches(internal, allowed)).toEqual([]);
    expect(breaches(pure, (imported) => partOf(imported) !== "internal")).toEqual([]);
  });

  it("plans and proves without any package: no cdktf, no constructs, no provider, no Node built-in", () => {
    const pure = modules.filter(({ path }) => PURE.includes(partOf(path)));
    expect(breaches(pure, isOurs)).toEqual([]);
  });

  it("has a command that plans and proves, loads no cdktf, in few files the parsers and the clients of EC2 and Route 53, and that nobody imports", () => {
    const cli = modules.filter(({ path }) => partOf(path) === "cli");
    const allowed = (imported: string, { path }: SourceFile) =>
      imported.startsWith("node:") ||
      imported === "package.json" ||
      PURE_OR_CLI.includes(partOf(imported)) ||
      (path === "modules/cli/hcl-parser.ts" && imported === "@cdktf/hcl2json") ||
      (path.startsWith("modules/cli/ec2-") && imported === "@aws-sdk/client-ec2") ||
      (path.startsWith("modules/cli/route53-") && /^@aws-sdk\/client-route-?53/.test(imported)) ||
      (["modules/cli/yaml-parser.ts", "modules/cli/yaml-values.ts"].includes(path) && imported === "yaml");
    expect(breaches(cli, allowed)).toEqual([]);
    const others = all.filter(({ path }) => partOf(path) !== "cli");
    expect(breaches(others, (imported) => partOf(imported) !== "cli")).toEqual([]);
  });

  it("needs nothing at run time but cdktf, constructs and single modules of the provider, and reads what was written", () => {
    const constructs = modules.filter(({ path }) => partOf(path) !== "cli");
    const allowed = (imported: string, { path, imports }: SourceFile) =>
      isOurs(imported) ||
      isConstructLibrary(imported) ||
      imports.some(({ specifier, typeOnly }) => specifier === imported && typeOnly) ||
      (path === "modules/validation/emitted-terraform.ts" && ["node:fs", "node:path"].includes(imported));
    expect(breaches(constructs, allowed)).toEqual([]);
  });

  it("has stacks that use the library as anybody else: by its index, and take a mistyped name as it does", () => {
    const allowed = (imported: string) =>
      ["modules/index.ts", "modules/text/nearest.ts"].includes(imported) ||
      imported.startsWith("stacks/") ||
      isConstructLibrary(imported);
    expect(breaches(stacks, allowed)).toEqual([]);
  });

  it("has a main.ts that knows the stacks only", () => {
    expect(breaches([main], (imported) => imported === "cdktf" || imported === "stacks/index.ts")).toEqual([]);
  });

  it(`has files of at most ${LONGEST_FILE} lines, tables of data apart`, () => {
    const long = all.filter(({ lines }) => lines > LONGEST_FILE).map(({ path }) => path);
    expect(long.filter((path) => !TABLES.includes(path))).toEqual([]);
    expect(TABLES.filter((path) => !modules.some((file) => file.path === path))).toEqual([]);
  });

  it(`has small files: half of the library's have at most ${MEDIAN_FILE} lines`, () => {
    const lengths = modules.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(MEDIAN_FILE);
  });

  it("has no aspect in the library but the one that gives resources their provider, and no instanceof of a class of cdktf or constructs", () => {
    const found = modules.flatMap(({ path, syntax }) => {
      const imported = namesFrom(syntax, isConstructLibrary);
      const hits: string[] = [];
      const visit = (node: ts.Node): void => {
        const isAspect = ts.isIdentifier(node) && node.text === "Aspects";
        if (isAspect && path !== "modules/internal/use-provider.ts") hits.push(`${path}: Aspects`);
        if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword) {
          const root = node.right.getText().split(".")[0] ?? "";
          if (imported.has(root)) hits.push(`${path}: ${node.getText()}`);
        }
        ts.forEachChild(node, visit);
      };
      visit(syntax);
      return hits;
    });
    expect(found).toEqual([]);
  });

  it("has one thing for each name that is exported", () => {
    const owners = new Map<string, Set<string>>();
    for (const { path, syntax } of modules) {
      for (const name of exportedNames(syntax)) owners.set(name, new Set([...(owners.get(name) ?? []), path]));
    }
    expect(owners.size).toBeGreaterThan(800);
    expect([...owners].filter(([, paths]) => paths.size > 1).map(([name, paths]) => [name, ...paths])).toEqual([]);
  });

  it("finds issues by generators: no function hands back a list of them, and none is handed a callback", () => {
    const lists = modules.flatMap(({ path, syntax }) =>
      Array.from(
        syntax.text.matchAll(/function \*?(\w+)[^{]*\): (?:readonly )?Issue\[\]/g),
        ([, name]) => `${path} ${name}`,
      ),
    );
    const callbacks = modules.filter(({ syntax }) => /\(\w+: Issue\) => (?:void|unknown)/.test(syntax.text));
    // Puts the issues of a plan in order, and finds none.
    expect(lists).toEqual(["modules/cli/plan-command.ts worstFirst"]);
    expect(callbacks.map(({ path }) => path)).toEqual([]);
  });

  it.each([
    ["modules/index.ts", ['export * from "./entries/planning";', 'export * from "./entries/reachability";']],
    ["modules/entries/planning.ts", []],
    ["modules/entries/topology.ts", ['export * from "./reachability";']],
    ["modules/entries/reachability.ts", []],
  ])("exports by name in %s, and whole entries only", (path, entries) => {
    const { syntax } = readSource(path);
    const others = syntax.statements.filter(
      (statement) =>
        !ts.isExportDeclaration(statement) ||
        statement.exportClause === undefined ||
        !ts.isNamedExports(statement.exportClause),
    );
    expect(others.map((statement) => statement.getText())).toEqual(entries);
    expect(syntax.statements.length).toBeGreaterThan(4);
  });
});

/** The names that a file declares and exports. A name that stands for a type and a value is one thing. */
function exportedNames(syntax: ts.SourceFile): readonly string[] {
  return syntax.statements.flatMap((statement) => {
    const isExported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
    if (!isExported) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    const isNamed =
      ts.isFunctionDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isTypeAliasDeclaration(statement);
    return isNamed && statement.name !== undefined ? [statement.name.text] : [];
  });
}

/** The names that a file imports from some packages. */
function namesFrom(syntax: ts.SourceFile, isPackage: (specifier: string) => boolean): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of syntax.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    if (!isPackage(statement.moduleSpecifier.text)) continue;
    const { name, namedBindings } = statement.importClause ?? {};
    if (name !== undefined) names.add(name.text);
    if (namedBindings === undefined) continue;
    if (ts.isNamespaceImport(namedBindings)) names.add(namedBindings.name.text);
    else for (const element of namedBindings.elements) names.add(element.name.text);
  }
  return names;
}
