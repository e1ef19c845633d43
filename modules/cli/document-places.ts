import type { Locate } from "./findings/place";
import { nameFrom } from "./name-from";
import type { ParsedDocument } from "./parse-json";
import type { Input } from "./read-input";

/** Where the paths of an input are written: its file, and where it is one document the line. */
export function documentPlaces({ file }: Input, documents: readonly ParsedDocument[], root: string): Locate {
  if (file === undefined) return () => undefined;
  const name = nameFrom(root, file);
  const [document, ...others] = documents;
  return (path) =>
    path === undefined || path.startsWith("--") || document === undefined || others.length > 0
      ? { file: name }
      : { file: name, line: document.lineOf(path) };
}
