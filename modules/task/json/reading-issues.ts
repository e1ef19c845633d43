import { type Issue, issue } from "../../issues/issue";
import { formatJsonPath, type JsonPath } from "./json-path";

/** Fields that decide nothing of what a task calls, whatever Terraform fills in. */
const WITHOUT_CALLS: ReadonlySet<string> = new Set([
  "dependsOn",
  "environment",
  "ephemeralStorage",
  "healthCheck",
  "mountPoints",
  "portMappings",
  "runtimePlatform",
]);

/** Collects what is wrong with a task definition while it is read. */
export class ReadingIssues {
  readonly #issues: Issue[] = [];
  #unusable = false;
  #unresolved = false;
  readonly #open = new Set<string>();

  /** The issues so far, in the order in which they were found. */
  get all(): readonly Issue[] {
    return this.#issues;
  }

  /** Whether one of them left a hole in the task, so that there is no task to speak of. */
  get unusable(): boolean {
    return this.#unusable;
  }

  /** Whether Terraform fills in an object or a list as a whole, so that nobody can look into it. */
  get unresolved(): boolean {
    return this.#unresolved;
  }

  /** Where Terraform fills in a whole that decides what the task calls, so that nobody knows that. */
  get open(): ReadonlySet<string> {
    return this.#open;
  }

  /** Something that is wrong, or uncertain, with a task that can be read. */
  report(path: JsonPath, found: Omit<Issue, "path">): void {
    const where = formatJsonPath(path);
    this.#issues.push(where === "" ? found : { ...found, path: where });
  }

  /**
   * An object or a list that Terraform fills in as a whole.
   *
   * @param field its ECS name, or that of the list that it is in
   */
  reportUnresolved(field: string, path: JsonPath): void {
    this.#unresolved = true;
    const isOpen = !WITHOUT_CALLS.has(field);
    if (isOpen) this.#open.add(formatJsonPath(path));
    this.report(
      path,
      issue("field-unresolved", {
        problem: "Terraform fills in the whole of it",
        ...(isOpen ? {} : { why: "it is left out of the task; which endpoints are needed does not depend on it" }),
        fix: "write its members out, each with an expression for its value where needed",
      }),
    );
  }

  /** Something without which there is no task. */
  reportUnusable(path: JsonPath, found: Omit<Issue, "path" | "severity">): void {
    this.#unusable = true;
    this.report(path, found);
  }
}
