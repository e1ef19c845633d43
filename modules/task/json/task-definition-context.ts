import { InputPaths } from "./input-paths";
import { ReadingIssues } from "./reading-issues";

/** A part of a task of which it can be unknown what it calls. */
export type UnknownPart = "image" | "secret" | "log-driver" | "execute-command" | "field";

/** What is collected while one task definition is read. */
export class TaskDefinitionContext {
  /** What is wrong or uncertain. */
  readonly issues = new ReadingIssues();
  /** Where the parts of the task stand in the document. */
  readonly paths = new InputPaths();
  readonly #unknown = new Map<string, UnknownPart>();

  /** Notes that nobody knows which services a part of the task calls, because Terraform fills it in. */
  markUnknown(taskPath: string, part: UnknownPart): void {
    this.#unknown.set(taskPath, part);
  }

  /** The parts that were marked, by their paths in the task; what is open as a whole by its path in the document. */
  get unknown(): ReadonlyMap<string, UnknownPart> {
    return new Map([...this.#unknown, ...Array.from(this.issues.open, (path) => [path, "field"] as const)]);
  }
}
