/** A module of the provider's bindings, as esbuild imports it in CommonJS. */
const IMPORT = /^var (\w+) = ([^\n]*\brequire\("@cdktf\/provider-aws\/[^"]+"\)[^\n]*);$/gm;

exports.withLateClasses = (text) => {
  const imports = new Map(Array.from(text.matchAll(IMPORT), ([, name, value]) => [name, value]));
  if (imports.size === 0) return text;
  const uses = new RegExp(`(?<![\\w$.])(?:${[...imports.keys()].join("|")})(?![\\w$])`, "g");
  return text.replace(IMPORT, "").replace(uses, (name) => `(${imports.get(name)})`);
};
