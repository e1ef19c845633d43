import { readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import ts from "typescript";
import { groupedBy } from "../modules/values/grouped-by";

/** Sources below `modules` by how their paths begin. */
interface Room {
  readonly of: readonly string[];
  readonly without?: readonly string[];
}

/**
 * Rooms that most runs do not come to. To look through the functions of a file when it is loaded takes V8 longer than to run those
 * that are called, so that each of these rooms is a file of its own, which is loaded with the first use of something in it. It
 * cannot hold what other rooms use while they are loaded.
 */
export const LATE_ROOMS = {
  configuration: {
    of: [
      "reachability/terraform/configuration/",
      "reachability/terraform/said/",
      "reachability/terraform/resources/annotations.",
      "reachability/terraform/resources/existing-resources.",
      "reachability/reading/said-",
    ],
  },
  expressions: {
    of: ["reachability/terraform/expressions/"],
    without: [
      "reachability/terraform/expressions/budget.",
      "reachability/terraform/expressions/known-value.",
      "reachability/terraform/expressions/misfit.",
      "reachability/terraform/expressions/open-list.",
      "reachability/terraform/expressions/open-symbol.",
      "reachability/terraform/expressions/symbolic-text.",
      "reachability/terraform/expressions/terraform-json.",
      "reachability/terraform/expressions/value.",
      "reachability/terraform/expressions/weight.",
    ],
  },
  snapshot: { of: ["snapshot/"] },
  cost: { of: ["cost/"] },
  "other-vpcs": {
    of: [
      "reachability/checks/transit-",
      "reachability/checks/vpc-crossing.",
      "reachability/checks/vpc-peering.",
      "reachability/checks/vpc-route.",
    ],
  },
  "hosted-zones": {
    of: [
      "reachability/checks/hosted-zone-faults.",
      "reachability/checks/names-not-read.",
      "reachability/checks/zone-instead.",
      "reachability/checks/zone-records.",
      "reachability/reading/read-zone-records.",
    ],
  },
  "file-systems": {
    of: [
      "reachability/checks/access-point.",
      "reachability/checks/anonymous-mount.",
      "reachability/checks/mount-",
      "reachability/ways/mount-steps.",
    ],
  },
  jobs: { of: ["reachability/reading/job-", "reachability/reading/read-state-machines."] },
  "wide-rules": { of: ["reachability/proof/open-egress.", "reachability/proof/wide-"] },
  folders: {
    of: [
      "cli/hcl-parser.",
      "cli/merge-files.",
      "cli/module-files.",
      "cli/plan-source.",
      "cli/read-folder.",
      "cli/read-variable-files.",
    ],
  },
  cloudformation: {
    of: ["cli/cloudformation/either.", "cli/cloudformation/evaluator.", "cli/cloudformation/placed-value."],
  },
  "managed-policies": { of: ["aws/managed-policies/"], without: ["aws/managed-policies/managed-statement."] },
  policies: {
    of: ["asks/endpoint-statements.", "asks/thing-arns.", "aws/merged-statements.", "planning/plan/planned-policy."],
  },
  "other-formats": { of: ["cli/findings/", "reachability/report/proof-as-"] },
  differences: { of: ["cli/base-plan.", "planning/plan/explain-difference.", "planning/plan/plan-difference."] },
  shapes: { of: ["shapes/check-shape.", "shapes/find-deviations.", "shapes/shape-in-words."] },
} as const satisfies Readonly<Record<string, Room>>;

/** Before the statements of each source, esbuild says which it is. */
const SOURCE = /^\/\/ modules\/(\S+)$/m;

/** Statements that stay together in a file: those of a room, or of none. */
interface Part {
  readonly file: string;
  readonly text: string;
  readonly declared: readonly string[];
  /** The names in it. Some mean something else, and cost nothing. */
  readonly named: ReadonlySet<string>;
}

/**
 * Takes the late rooms out of a file of modules that esbuild has made, and writes each beside it. They import from each other.
 *
 * @returns the names of the files of the rooms
 */
export function takeOutLateRooms(path: string): readonly string[] {
  const files = withoutLateRooms(basename(path), readFileSync(path, "utf8"));
  for (const [name, text] of files) writeFileSync(join(dirname(path), name), text);
  return [...files.keys()].filter((name) => name !== basename(path));
}

/** The texts of a file without its late rooms and of those, by name. Without any it is as it was. */
export function withoutLateRooms(file: string, text: string): ReadonlyMap<string, string> {
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const imports = statements.filter(ts.isImportDeclaration);
  const exports = statements.filter(ts.isExportDeclaration);
  const rooms = byRoom(statements.filter((each) => !ts.isImportDeclaration(each) && !ts.isExportDeclaration(each)));
  if (rooms.size === 1) return new Map([[file, text]]);
  const parts = [...rooms].map(([room, own]): Part => {
    const all = room === undefined ? [...own, ...exports] : own;
    return {
      file: room === undefined ? file : file.replace(/^.*(?=-)/, room),
      text: all.map((each) => each.getText()).join("\n"),
      declared: own.flatMap(declaredBy),
      named: new Set(all.flatMap(namesIn)),
    };
  });
  const exported = new Set(exports.flatMap(exportedAsTheyAre));
  return new Map(
    parts.map((part) => {
      const others = parts.filter((other) => other !== part);
      const isPassed = (name: string) => others.some(({ named }) => named.has(name));
      const isExported = (name: string) => part.file === file && exported.has(name);
      const lines = [
        ...imports.map((each) => each.getText()),
        ...others.map((other) => importLine(other, part)),
        part.text,
        `export { ${part.declared.filter((name) => isPassed(name) && !isExported(name)).join(", ")} };\n`,
      ];
      return [part.file, lines.join("\n")];
    }),
  );
}

/** Statements by the late room of their source. A source is named before the first of its statements. */
function byRoom(statements: readonly ts.Statement[]): ReadonlyMap<string | undefined, readonly ts.Statement[]> {
  let room: string | undefined;
  return groupedBy(statements, (statement) => {
    const source = SOURCE.exec(statement.getFullText())?.[1];
    if (source !== undefined) room = lateRoom(source);
    return room;
  });
}

/** The late room of a source, given below `modules`. */
export function lateRoom(source: string): string | undefined {
  const begins = (paths: readonly string[]) => paths.some((path) => source.startsWith(path));
  const rooms: readonly (readonly [string, Room])[] = Object.entries(LATE_ROOMS);
  return rooms.find(([, { of, without = [] }]) => begins(of) && !begins(without))?.[0];
}

/** The names that a statement declares. What esbuild writes has no other kinds of declarations. */
function declaredBy(statement: ts.Statement): readonly string[] {
  if (ts.isFunctionDeclaration(statement)) return namesIn(statement.name);
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => namesIn(name));
  return [];
}

function namesIn(node: ts.Node | undefined): readonly string[] {
  if (node === undefined) return [];
  if (ts.isIdentifier(node)) return [node.text];
  const names: string[] = [];
  ts.forEachChild(node, (child) => void names.push(...namesIn(child)));
  return names;
}

function exportedAsTheyAre({ exportClause }: ts.ExportDeclaration): readonly string[] {
  if (exportClause === undefined || !ts.isNamedExports(exportClause)) return [];
  return exportClause.elements.filter(({ propertyName }) => propertyName === undefined).map(({ name }) => name.text);
}

function importLine({ file, declared }: Part, { named }: Part): string {
  return `import { ${declared.filter((name) => named.has(name)).join(", ")} } from "./${file}";`;
}

/** A file in CommonJS which loads the files of late rooms with the first use of something in them. Lines stay where they are. */
export function withLateRooms(text: string, rooms: readonly string[]): string {
  const isOfRoom = (path: string) => rooms.includes(basename(path));
  const late = new Set<string>();
  const declared = text.replace(
    /^var (\w+) = (require\("(\.[^"]+)"\));$/gm,
    (line, name: string, load: string, path: string) => {
      if (!isOfRoom(path)) return line;
      late.add(name);
      return `let loaded_${name}; const ${name} = () => (loaded_${name} ??= ${load});`;
    },
  );
  if (late.size === 0) return text;
  return declared.replace(new RegExp(`(?<![\\w$])(${[...late].join("|")})(?=\\.\\w)`, "g"), "($1())");
}
