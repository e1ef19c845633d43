import { readFileSync, realpathSync, statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { FileText } from "../reachability/terraform/expressions/scope";

/** The largest file that an expression may read. A task definition has at most 64 KiB. */
const MOST_BYTES = 1024 * 1024;

/** Reads files for expressions, by a path seen from a folder. Nothing outside of the folder is read. */
export function folderReader(folder: string): (path: string) => FileText {
  return (path) => {
    try {
      const root = realpathSync(folder);
      const file = realpathSync(resolve(root, path));
      const inside = relative(root, file);
      if (inside === ".." || inside.startsWith(`..${sep}`) || resolve(inside) === inside) {
        return { because: `${path} is not in ${folder}, and so it is not read` };
      }
      const found = statSync(file);
      if (!found.isFile()) return { because: `${path} is no file` };
      if (found.size > MOST_BYTES) return { because: `${path} is larger than 1 MiB, and so it is not read` };
      return { text: readFileSync(file, "utf8") };
    } catch {
      return { because: `there is no file ${path} in ${folder} that can be read` };
    }
  };
}
