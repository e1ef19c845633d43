import { type Issue, issue } from "../../issues/issue";
import { formatJsonPath, type JsonPath } from "./json-path";

/** Collects what is wrong with a task definition while it is read. */
export class ReadingIssues {
  readonly #issues: Issue[] = [];
  #unresolved = false;

  /** The issues so far, in the order in which they were found. */
  get all(): readonly Issue[] {
    return this.#issues;
  }

  /** Whether an object or a list is filled in later as a whole, so that nobody can look into it. */
  get unresolved(): boolean {
    return this.#unresolved;
  }

  /** Something that is wrong, or uncertain, with a task that can be read. */
  report(path: JsonPath, found: Omit<Issue, "path">): void {
    const where = formatJsonPath(path);
    this.#issues.push(where === "" ? found : { ...found, path: where });
  }

  /** An object or a list that is filled in later as a whole. */
  reportUnresolved(path: JsonPath): void {
    this.#unresolved = true;
    this.report(
      path,
      issue("field-unresolved", {
        problem: "the whole of it is filled in later",
        fix: "write its members out, each with an expression for its value where needed",
      }),
    );
  }
}
