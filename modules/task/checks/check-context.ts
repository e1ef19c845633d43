/** How a task definition is written, and what of it nobody knows. */
export interface CheckContext {
  /** The fields that name the roles. @default - those of ECS */
  readonly fields?: { readonly executionRole: string; readonly taskRole: string };
  /** Parts of the task, by their paths, of which nobody knows what they are. @default - none */
  readonly unknown?: ReadonlyMap<string, unknown>;
  /** Lists and objects of the task, by their paths, of which not all is in sight: nothing is missing from them. @default - none */
  readonly incomplete?: ReadonlySet<string>;
}
