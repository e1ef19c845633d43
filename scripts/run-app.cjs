// Runs a TypeScript program in this process.
// Usage: node scripts/run-app.cjs <file> [import that is left out of the bundle]...
const Module = require("node:module");
const { dirname, resolve } = require("node:path");
const { bundledApp } = require("./bundle-app.cjs");

const [file, ...external] = process.argv.slice(2);
const path = resolve(file);
const text = bundledApp(path, external);

const app = new Module(path);
app.filename = path;
app.paths = Module._nodeModulePaths(dirname(path));
app._compile(text, `${path}.js`);

// cdktf takes a stack trace for every token, and source maps would make each dear: Node reads the bundle's, with the bundle, when an
// error is about to be printed.
process.on("uncaughtExceptionMonitor", () => {
  process.setSourceMapsEnabled(true);
  app._compile(text, `${path}.js`);
});
app.exports();
