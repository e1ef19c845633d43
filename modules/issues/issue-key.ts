import type { Issue } from "./issue";

/** What two issues have in common that are one, found twice. */
export function issueKey({ code, path, problem }: Issue): string {
  return JSON.stringify([code, path, problem]);
}
