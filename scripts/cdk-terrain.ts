import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

/** What CDK Terrain, the continuation of cdktf, has in the place of cdktf's packages. Their modules are the same. */
const CONTINUED_BY: ReadonlyMap<string, string> = new Map([
  ["cdktf", "cdktn"],
  ["@cdktf/provider-aws", "@cdktn/provider-aws"],
]);

/** Folder of the files for CDK Terrain in the built library. */
const FOLDER = "cdktn";

/** A module that compiled code or a declaration loads. */
const LOADED = /(?<=\b(?:from |import |import\(|require\())"([^"]+)"/g;

/**
 * Copies each built file that leads to cdktf, in code and in types, with CDK Terrain in its place. All others are shared, so that
 * an error, a task and a plan are of the same class whichever of the two loads them.
 */
export function copyForCdkTerrain(library: string): void {
  const files = readdirSync(library, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(js|d\.ts)$/.test(name),
  );
  const texts = new Map(files.map((name) => [name, readFileSync(join(library, name), "utf8")]));
  for (const [name, text] of forCdkTerrain(texts)) {
    mkdirSync(dirname(join(library, name)), { recursive: true });
    writeFileSync(join(library, name), text);
  }
}

/** The copies, by name, of the files of a library, by name. Their own copies stand beside each other as they do. */
export function forCdkTerrain(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const copied = leadingToCdktf(files);
  return new Map(
    Array.from(copied, (name) => [
      posix.join(FOLDER, name),
      (files.get(name) ?? "").replace(LOADED, (_literal, loaded: string) => JSON.stringify(ofCopy(name, loaded))),
    ]),
  );

  function ofCopy(name: string, loaded: string): string {
    const target = targetOf(files, name, loaded);
    if (target === undefined) return continuedBy(loaded) ?? loaded;
    if (copied.has(target)) return loaded;
    return posix.relative(posix.join(FOLDER, posix.dirname(name)), posix.join(posix.dirname(name), loaded));
  }
}

/** The files that load cdktf or its provider, or one that does. */
function leadingToCdktf(files: ReadonlyMap<string, string>): ReadonlySet<string> {
  const loadedBy = new Map<string, string[]>();
  const leading = new Set<string>();
  for (const [name, text] of files) {
    for (const [, loaded = ""] of text.matchAll(LOADED)) {
      const target = targetOf(files, name, loaded);
      if (target !== undefined) loadedBy.set(target, [...(loadedBy.get(target) ?? []), name]);
      else if (continuedBy(loaded) !== undefined) leading.add(name);
    }
  }
  // A set gives also what is added on the way.
  for (const name of leading) for (const other of loadedBy.get(name) ?? []) leading.add(other);
  return leading;
}

/** The file of the library that another loads. @returns `undefined` for a package */
function targetOf(files: ReadonlyMap<string, string>, name: string, loaded: string): string | undefined {
  if (!loaded.startsWith(".")) return undefined;
  const path = posix.join(posix.dirname(name), loaded);
  const names = name.endsWith(".d.ts") ? [`${path}.d.ts`, posix.join(path, "index.d.ts")] : [path];
  return names.find((each) => files.has(each));
}

function continuedBy(loaded: string): string | undefined {
  const found = [...CONTINUED_BY].find(([name]) => loaded === name || loaded.startsWith(`${name}/`));
  return found === undefined ? undefined : found[1] + loaded.slice(found[0].length);
}
