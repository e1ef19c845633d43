const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } = require("node:fs");
const { dirname, join, resolve } = require("node:path");
const { withLateClasses } = require("./late-classes.cjs");

const project = resolve(__dirname, "..");
const folder = join(project, "node_modules/.cache/run-app");

/** What changes a bundle besides its sources. */
const TOOLS = [__filename, join(__dirname, "late-classes.cjs"), join(project, "tsconfig.json")];

/**
 * The bundle of a TypeScript program in CommonJS, packages left out, as a module that exports a function which runs it. It is kept,
 * and made anew where a file that went into it, or a folder with one, is not what it was: a new file can be what an import means.
 */
exports.bundledApp = (file, external) => {
  const name = createHash("sha256")
    .update(JSON.stringify([file, external]))
    .digest("hex");
  const path = join(folder, `${name}.js`);
  return keptBundle(path) ?? newBundle(file, external, path);
};

function keptBundle(path) {
  const kept = statSync(path, { throwIfNoEntry: false }) && readFileSync(path, "utf8");
  if (kept === undefined) return undefined;
  const end = kept.indexOf("\n");
  const sources = Object.entries(JSON.parse(kept.slice(0, end)));
  return sources.every(([source, state]) => stateOf(source) === state) ? kept.slice(end + 1) : undefined;
}

function newBundle(file, external, path) {
  const { buildSync } = require("esbuild");
  const started = Date.now();
  const { outputFiles, metafile } = buildSync({
    entryPoints: [file],
    absWorkingDir: project,
    bundle: true,
    write: false,
    metafile: true,
    packages: "external",
    external,
    platform: "node",
    target: "node20",
    sourcemap: "inline",
    sourcesContent: false,
    outfile: `${file}.js`,
    banner: { js: "module.exports = () => {" },
    footer: { js: "};" },
  });
  const bundle = withLateClasses(outputFiles[0].text);
  const inputs = Object.keys(metafile.inputs).map((input) => resolve(project, input));
  const sources = [...inputs, ...new Set(inputs.map(dirname)), ...TOOLS, require.resolve("esbuild/package.json")];
  // What was written or removed meanwhile may have been read before or after.
  const isOlder = (source) => statSync(source, { throwIfNoEntry: false })?.mtimeMs < started;
  if (sources.every(isOlder)) keep(path, sources, bundle);
  return bundle;
}

/** In one step, so that nobody reads half of it. Where nothing can be written, nothing is kept. */
function keep(path, sources, bundle) {
  const states = Object.fromEntries(sources.map((source) => [source, stateOf(source)]));
  const written = `${path}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(written, `${JSON.stringify(states)}\n${bundle}`);
    renameSync(written, path);
  } catch {}
}

function stateOf(path) {
  const state = statSync(path, { throwIfNoEntry: false });
  return state && `${state.mtimeMs} ${state.size}`;
}
