/** Folders with plain Terraform, each with its plans: `new.json` before anything was created, `applied.json` after the apply. */
export const PLANS = [
  ".",
  "associations",
  "community-modules",
  "dedicated-endpoint-subnets",
  "single-subnet",
  "terraconstructs",
] as const;

/** Folders like them, of which a plan before the first apply does not tell what the task is. */
export const PLANS_WITHOUT_TASK = ["newest-revision", "repository-url"] as const;

/** When a plan was made. */
export const TIMES = ["new", "applied"] as const;
