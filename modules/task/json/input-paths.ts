import { formatJsonPath, type JsonPath } from "./json-path";
import { longestKnownPath } from "./known-path";

/** Where the parts of a task stand in the document that it was read from. */
export class InputPaths {
  readonly #paths = new Map<string, string>();

  /**
   * Notes that a part of the task was read from a place in the document. Its own parts are below that place.
   *
   * @param inputPath the place; or its name, where it is outside of the document
   */
  set(taskPath: string, inputPath: JsonPath | string): void {
    this.#paths.set(taskPath, typeof inputPath === "string" ? inputPath : formatJsonPath(inputPath));
  }

  /** The same places in a document that has them elsewhere. */
  renamed(rename: (inputPath: string) => string): InputPaths {
    const renamed = new InputPaths();
    for (const [taskPath, inputPath] of this.#paths) renamed.set(taskPath, rename(inputPath));
    return renamed;
  }

  /**
   * A path of the task as a path of the document.
   *
   * @example paths.of("containers.api.image") // "containerDefinitions[0].image"
   */
  of(taskPath: string): string {
    const known = longestKnownPath(taskPath, (start) => this.#paths.has(start));
    if (known === undefined) return taskPath;
    return `${this.#paths.get(known)}${taskPath.slice(known.length)}`.replace(/^\./, "");
  }
}
