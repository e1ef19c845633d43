import type { Fact } from "./fact";
import type { Policy } from "./policy";

/** A role that is created here, with what it may. */
export interface Role {
  /** Terraform's address, by which messages name it. */
  readonly address: string;
  /** Who may take it. */
  readonly trust: Fact<Policy>;
  /** The policies that are known. */
  readonly policies: readonly Policy[];
  /** Why it may have others. @default - it has none */
  readonly others?: string;
  /** What it may at the most, whatever its policies allow. @default - there is no limit */
  readonly boundary?: Fact<Policy>;
}

/** The roles of a task. One that it is not given is absent. */
export interface TaskRoles {
  readonly "execution-role"?: Fact<Role>;
  readonly "task-role"?: Fact<Role>;
}
