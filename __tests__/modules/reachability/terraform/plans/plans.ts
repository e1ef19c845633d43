/** Folders with plain Terraform, each with its plans: `new.json` before anything was created, `applied.json` after the apply. */
export const PLANS = [
  ".",
  "associations",
  "community-modules",
  "dedicated-endpoint-subnets",
  "single-subnet",
  "terraconstructs",
] as const;

/** When a plan was made. */
export const TIMES = ["new", "applied"] as const;
