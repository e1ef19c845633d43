import { InputPaths } from "./input-paths";
import { ReadingIssues } from "./reading-issues";

/** What is collected while one task definition is read. */
export class TaskDefinitionContext {
  /** What is wrong or uncertain. */
  readonly issues = new ReadingIssues();
  /** Where the parts of the task stand in the document. */
  readonly paths = new InputPaths();
  readonly #unknown = new Set<string>();

  /** Notes that nobody knows which services a part of the task calls, because Terraform fills it in. */
  markUnknown(taskPath: string): void {
    this.#unknown.add(taskPath);
  }

  /** The parts that were marked. */
  get unknown(): ReadonlySet<string> {
    return this.#unknown;
  }
}
