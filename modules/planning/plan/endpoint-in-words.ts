import type { PlannedEndpoint } from "./planned-endpoint";

/** The service of an endpoint, with its Region where it is another than the tasks'. */
export function describeEndpoint({ service, region }: Pick<PlannedEndpoint, "service" | "region">): string {
  return region === undefined ? service : `${service} (${region})`;
}

/** Where a reason or an issue stands. */
export function describePlace(
  { source, task }: { readonly source?: string | undefined; readonly task?: string | undefined },
  subjects: readonly unknown[],
): string {
  if (source === undefined) return "";
  return subjects.length > 1 && task !== undefined ? `${task}: ${source}` : source;
}
