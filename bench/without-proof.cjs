/** Loaded before a program: what it would load or bundle for the proof is left out, and nothing is proved. */
const Module = require("node:module");

const ROOMS = ["reachability", "validation"];
const external = ["./", "../", "../../"].flatMap((up) => ROOMS.map((room) => `${up}${room}/*`));

const load = Module._load;
Module._load = function loadWithoutProof(request, ...others) {
  if (/\/(reachability|validation)\//.test(request)) return { proveAtSynth: () => {} };
  const loaded = load.call(this, request, ...others);
  if (request !== "esbuild") return loaded;
  return { ...loaded, buildSync: (options) => loaded.buildSync({ ...options, external }) };
};
