import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, posix, resolve } from "node:path";
import { buildSync } from "esbuild";
import { copyForCdkTerrain } from "./cdk-terrain";
import { withLateClasses } from "./late-classes.cjs";
import { takeOutLateRooms, withLateRooms } from "./late-rooms";

const project = resolve(__dirname, "..");

/** What a user imports or starts: the library, its pure parts, its matcher for tests, the command. */
const ENTRIES = {
  "library/index": "index.ts",
  "library/testing": "testing/index.ts",
  "entries/planning": "entries/planning.ts",
  "entries/topology": "entries/topology.ts",
  "entries/reachability": "entries/reachability.ts",
  "cli/main": "cli/main.ts",
  "internal/missing-peer": "internal/missing-peer.ts",
};

/** The folder of what entries share, and of what the command loads later. */
const SHARED = "shared";

/** The entries that need the peers, what they lead to, and whether that loads classes of the provider, which it does late. */
const WITH_PEERS = {
  "index.js": { library: "./library/index.js", hasLateClasses: true },
  "testing/index.js": { library: "../library/testing.js", hasLateClasses: false },
};

/** The folders of the built library for cdktf and for CDK Terrain. */
const FOLDERS = { cdktf: ".", cdktn: "cdktn" };

/** An entry which says what to install where a peer is missing. Node sees through it which names it exports. */
function entryWithPeers(
  file: string,
  { library, hasLateClasses }: { readonly library: string; readonly hasLateClasses: boolean },
  framework: string,
): string {
  const explain = posix.relative(posix.dirname(file), "internal/missing-peer.js").replace(/^(?!\.)/, "./");
  const late = hasLateClasses ? `\n  require("@${framework}/provider-aws/package.json");` : "";
  return `"use strict";
try {
  module.exports = require("${library}");${late}
} catch (failure) {
  throw require("${explain}").explainedFailure(failure, "${framework}");
}
`;
}

/** The files of a folder without those that hold nothing: what entries share may be types alone. */
function withoutEmpty(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
  const textOf = (name: string) => readFileSync(join(folder, name), "utf8");
  const empty = files.filter((name) => textOf(name).trim() === "");
  const left = files.filter((name) => !empty.includes(name));
  for (const name of left) {
    const lines = textOf(name).split("\n");
    const isOfEmpty = (line: string) =>
      empty.some((each) => line.startsWith("import ") && line.endsWith(`/${basename(each)}";`));
    writeFileSync(join(folder, name), lines.filter((line) => !isOfEmpty(line)).join("\n"));
  }
  for (const name of empty) rmSync(join(folder, name));
  return left;
}

/**
 * The library in CommonJS: each entry in a file, and what several of them need in one that they share. Node takes as long to
 * find and open a file as to run what is in it, and there are hundreds; and an error of one entry is the same class in another.
 * `npm run bench` shows what loading takes.
 *
 * Only modules can be split, so they are made first, and written as CommonJS then.
 */
export function bundleLibrary(outputDirectory: string): void {
  const modules = mkdtempSync(join(tmpdir(), "library-"));
  try {
    buildSync({
      entryPoints: Object.fromEntries(
        Object.entries(ENTRIES).map(([name, file]) => [name, join(project, "modules", file)]),
      ),
      outdir: modules,
      absWorkingDir: project,
      bundle: true,
      splitting: true,
      format: "esm",
      chunkNames: `${SHARED}/[name]-[hash]`,
      packages: "external",
      external: ["./yaml-parser.js"],
      platform: "node",
      target: "node20",
      logLevel: "warning",
    });
    const late = withoutEmpty(modules)
      .filter((name) => name.startsWith(`${SHARED}/chunk-`))
      .flatMap((name) => takeOutLateRooms(join(modules, name)));
    const files = withoutEmpty(modules);
    buildSync({
      entryPoints: files.map((name) => join(modules, name)),
      outbase: modules,
      outdir: outputDirectory,
      format: "cjs",
      // `require` finds what a command loads in less time than `import`.
      supported: { "dynamic-import": false },
      platform: "node",
      target: "node20",
      logLevel: "warning",
    });
    for (const name of files) {
      const file = join(outputDirectory, name);
      writeFileSync(file, withLateRooms(withLateClasses(withNamesOfClasses(readFileSync(file, "utf8"))), late));
    }
    bundleYamlParser(join(outputDirectory, SHARED));
    copyForCdkTerrain(outputDirectory);
    for (const [framework, folder] of Object.entries(FOLDERS)) {
      for (const [entry, leadsTo] of Object.entries(WITH_PEERS)) {
        const file = posix.join(folder, entry);
        mkdirSync(dirname(join(outputDirectory, file)), { recursive: true });
        writeFileSync(join(outputDirectory, file), entryWithPeers(file, leadsTo, framework));
      }
    }
  } finally {
    rmSync(modules, { recursive: true, force: true });
  }
}

/**
 * Classes under their own names, which errors and `console.log` show. esbuild gives one that refers to itself another; it could
 * keep the names, and then every load of the library would spend a tenth of its time on those of its functions.
 */
function withNamesOfClasses(text: string): string {
  const classes = [...text.matchAll(/^var (\w+) = class _\1\b/gm)].map(([, name = ""]) => name);
  return classes.reduce((renamed, name) => renamed.replaceAll(new RegExp(`\\b_${name}\\b`, "g"), name), text);
}

/**
 * What the command loads with the first text of YAML, beside the file that loads it. The parser is a package of others, which
 * goes along with its license, so that the library depends on none.
 */
function bundleYamlParser(outputDirectory: string): void {
  const license = readFileSync(join(project, "node_modules/yaml/LICENSE"), "utf8");
  buildSync({
    entryPoints: { "yaml-parser": join(project, "modules/cli/yaml-parser.ts") },
    outdir: outputDirectory,
    bundle: true,
    format: "cjs",
    platform: "node",
    target: "node20",
    banner: { js: `/*!\nThis file holds the package yaml.\n\n${license}*/` },
    keepNames: true,
    logLevel: "warning",
  });
}

/** The types, file by file as the sources are. */
function declareTypes(outputDirectory: string): void {
  const tsc = join(project, "node_modules/typescript/bin/tsc");
  const args = [tsc, "-p", join(project, "tsconfig.build.json"), "--emitDeclarationOnly", "--outDir", outputDirectory];
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
  if (status !== 0) throw new Error("the types do not compile");
}

if (require.main === module) {
  const lib = join(project, "lib");
  rmSync(lib, { recursive: true, force: true });
  declareTypes(lib);
  bundleLibrary(lib);
}
