import { type Issue, issue } from "../../issues/issue";

/** What of the permissions of a task is not proved. */
export interface OpenPermissions {
  /** Address of what runs the task. */
  readonly address: string;
  /** Why not, as clauses. */
  readonly because: readonly string[];
}

/** How many reasons the note gives. */
const MOST_REASONS = 3;

/** Says once, for all tasks, that permissions are not proved. */
export function* permissionsNote(open: readonly OpenPermissions[]): Generator<Issue> {
  const tasks = open.filter(({ because }) => because.length > 0);
  if (tasks.length === 0) return;
  const addresses = [...new Set(tasks.map(({ address }) => address))];
  const reasons = [...new Set(tasks.flatMap(({ because }) => because))];
  const further = reasons.length > MOST_REASONS ? [`and ${reasons.length - MOST_REASONS} more`] : [];
  yield issue("permissions-not-proved", {
    path: addresses.join(", "),
    problem: `whether the roles of ${addresses.join(", ")} allow all that the tasks ask is not proved`,
    why: [...reasons.slice(0, MOST_REASONS), ...further].join("; "),
    fix: "assure that the roles allow it, or give the roles with their policies in the same Terraform",
  });
}
