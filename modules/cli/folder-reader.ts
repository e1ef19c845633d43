import { readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { FileText, ListFiles } from "../reachability/terraform/expressions/scope";

/** The largest file that an expression may read. A task definition has at most 64 KiB. */
const MOST_BYTES = 1024 * 1024;

/** The most files that an expression may list. */
const MOST_FILES = 10_000;

/**
 * Reads files for expressions of a module, by a path seen from the folder of the root module. Nothing outside of that folder and
 * of the module's own is read.
 *
 * @param own the module's folder, seen from there. @default - it is the root module
 */
export function folderReader(folder: string, own = "."): (path: string) => FileText {
  return (path) => {
    try {
      const root = realpathSync(folder);
      const file = realpathSync(resolve(root, path));
      if (!isInside(root, file) && !isInside(realpathSync(resolve(root, own)), file)) {
        return { because: `${path} is not in ${folder}, and so it is not read` };
      }
      const found = statSync(file);
      if (!found.isFile()) return { because: `${path} is no file` };
      if (found.size > MOST_BYTES) return { because: `${path} is larger than 1 MiB, and so it is not read` };
      return { text: readFileSync(file, "utf8") };
    } catch {
      const isMissing = [".", own].some((each) => isInside(resolve(folder, each), resolve(folder, path)));
      return { because: `there is no file ${path} in ${folder} that can be read`, ...(isMissing ? { isMissing } : {}) };
    }
  };
}

/** Lists files for expressions of a module, as {@link folderReader} reads them. Where there are links, nothing is listed. */
export function folderLister(folder: string, own = "."): ListFiles {
  return (path) => {
    try {
      const root = realpathSync(folder);
      const start = realpathSync(resolve(root, path));
      if (!isInside(root, start) && !isInside(realpathSync(resolve(root, own)), start)) return undefined;
      const entries = readdirSync(start, { recursive: true, withFileTypes: true });
      if (entries.length > MOST_FILES || entries.some((entry) => entry.isSymbolicLink())) return undefined;
      const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
      return files.map((file) => relative(start, file).split(sep).join("/"));
    } catch {
      return undefined;
    }
  };
}

function isInside(root: string, path: string): boolean {
  const inside = relative(root, path);
  return inside !== ".." && !inside.startsWith(`..${sep}`) && resolve(inside) !== inside;
}
