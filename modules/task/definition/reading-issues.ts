import type { Issue } from "../../issues/issue";
import { formatJsonPath, type JsonPath } from "./json-path";

/** Collects what is wrong with a task definition while it is read. */
export class ReadingIssues {
  readonly #issues: Issue[] = [];
  #unusable = false;

  /** The issues so far, in the order in which they were found. */
  get all(): readonly Issue[] {
    return this.#issues;
  }

  /** Whether one of them left a hole in the task, so that there is no task to speak of. */
  get unusable(): boolean {
    return this.#unusable;
  }

  /** Something that is wrong, or uncertain, with a task that can be read. */
  report(path: JsonPath, issue: Omit<Issue, "path">): void {
    const where = formatJsonPath(path);
    this.#issues.push(where === "" ? issue : { ...issue, path: where });
  }

  /** Something without which there is no task. */
  reportUnusable(path: JsonPath, issue: Omit<Issue, "path" | "severity">): void {
    this.#unusable = true;
    this.report(path, issue);
  }
}
