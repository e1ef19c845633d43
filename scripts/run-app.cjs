// Bundles a TypeScript program with esbuild and runs it in this process, packages left out of the bundle. The bundle is never written,
// so that it cannot be stale.
// Usage: node scripts/run-app.cjs <file>
const { buildSync } = require("esbuild");
const Module = require("node:module");
const { dirname, resolve } = require("node:path");

const file = resolve(process.argv[2]);
const { outputFiles } = buildSync({
  entryPoints: [file],
  bundle: true,
  write: false,
  packages: "external",
  platform: "node",
  target: "node20",
  sourcemap: "inline",
  sourcesContent: false,
  outfile: `${file}.js`,
  banner: { js: "module.exports = () => {" },
  footer: { js: "};" },
});

// cdktf takes a stack trace for every token. Source maps would make each dear, so they are on while Node reads the
// bundle's, and again when an error is about to be printed.
process.setSourceMapsEnabled(true);
const bundle = new Module(file);
bundle.filename = file;
bundle.paths = Module._nodeModulePaths(dirname(file));
bundle._compile(outputFiles[0].text, `${file}.js`);
process.setSourceMapsEnabled(false);
process.on("uncaughtExceptionMonitor", () => process.setSourceMapsEnabled(true));
bundle.exports();
