import { FROM_ELSEWHERE } from "../../values/unresolved";
import { InputPaths } from "./input-paths";
import { formatJsonPath, type JsonPath } from "./json-path";
import { ReadingIssues } from "./reading-issues";

/** A part of a task of which it can be unknown what it calls. */
export type UnknownPart = "image" | "secret" | "log-driver" | "execute-command" | "field";

/** A part of which it is unknown what it calls, as the document has it. */
export interface UnwrittenPart {
  readonly part: Exclude<UnknownPart, "execute-command" | "field">;
  /** Where it stands in the document. */
  readonly path: string;
  /** What stands there; the empty text where nothing does. */
  readonly text: string;
}

/** What is collected while one task definition is read. */
export class TaskDefinitionContext {
  /** What is wrong or uncertain. */
  readonly issues = new ReadingIssues();
  /** Where the parts of the task stand in the document. */
  readonly paths = new InputPaths();
  /** Whether parts of the document exclude each other. */
  readonly hasBranches: boolean;
  /** Lists and objects of the task, by their paths, of which not all is in sight. */
  readonly incomplete = new Set<string>();
  readonly #unknown = new Map<string, UnknownPart>();
  readonly #unwritten: UnwrittenPart[] = [];

  constructor(hasBranches = false) {
    this.hasBranches = hasBranches;
  }

  /** Notes that nobody knows which services a part of the task calls, because it is written later. */
  markUnknown(taskPath: string, part: UnwrittenPart["part"], path: JsonPath, text: string): void {
    this.#unknown.set(taskPath, part);
    // What stands in for a value that is wrong has its issue already.
    if (text !== FROM_ELSEWHERE) this.#unwritten.push({ part, path: formatJsonPath(path), text });
  }

  /** The parts that were marked, by their paths in the task; what is open as a whole by its path in the document. */
  get unknown(): ReadonlyMap<string, UnknownPart> {
    return new Map([...this.#unknown, ...Array.from(this.issues.open, (path) => [path, "field"] as const)]);
  }

  /** The same parts, as the document has them. */
  get unwritten(): readonly UnwrittenPart[] {
    return this.#unwritten;
  }
}
