// Preloaded into the app: when it ends, tells what it loaded and which tokens it made, in the file of LOADING_REPORT.
const { writeFileSync } = require("node:fs");

process.on("exit", () => {
  // The registry of every token of the process. cdktf keeps it in this global so that copies of cdktf share it.
  const tokens = globalThis.__cdktfTokenMap;
  if (tokens === undefined) return;
  const registered = new Set([...tokens.stringTokenMap.values(), ...tokens.numberTokenMap.values()]);
  const references = Array.from(registered)
    .filter(({ identifier }) => typeof identifier === "string")
    .map(({ identifier, originStack, creationStack }) => ({
      attribute: `${originStack?.node.path} ${identifier}`,
      readAt: creationStack.find((line) => !/node_modules|node:internal/.test(line)) ?? "",
    }));
  writeFileSync(process.env.LOADING_REPORT, JSON.stringify({ modules: Object.keys(require.cache), references }));
});
