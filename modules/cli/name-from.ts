import { relative, resolve, sep } from "node:path";
import type { Place } from "./findings/place";

/** A file as reports name it: relative to a folder that it is in, else by its full path. */
export function nameFrom(root: string, path: string): Place["file"] {
  const name = relative(root, resolve(path));
  return name.startsWith("..") ? resolve(path) : name.split(sep).join("/");
}
