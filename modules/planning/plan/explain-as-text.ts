import type { EndpointReason, PlannedEndpoint, PlannedTask } from "./endpoint-plan";

/**
 * A plan as text: which tasks on which platform version, how many endpoints, then a line for each endpoint and reason.
 *
 * With more than one task, the place where a reason stands starts with the task's family.
 */
export function explainAsText(tasks: readonly PlannedTask[], endpoints: readonly PlannedEndpoint[]): string {
  const count = (type: string) => endpoints.filter((endpoint) => endpoint.type === type).length;
  const header = `${describeTasks(tasks)}: ${plural(count("Gateway"), "gateway endpoint")}, ${plural(count("Interface"), "interface endpoint")}`;
  const rows = endpoints.flatMap((endpoint) =>
    endpoint.reasons.map((reason, index) => [
      index === 0 ? endpoint.service : "",
      index === 0 ? endpoint.type : "",
      reason.text,
      describeSource(reason, tasks.length > 1),
    ]),
  );
  return [header, ...alignColumns(rows)].join("\n");
}

function describeTasks(tasks: readonly PlannedTask[]): string {
  if (tasks.length === 0) return "no task";
  return tasks.map(({ family, platformVersion }) => `${family}, platform version ${platformVersion}`).join("; ");
}

function describeSource(reason: EndpointReason, withTask: boolean): string {
  if (reason.source === undefined) return "";
  return withTask && reason.task !== undefined ? `${reason.task}: ${reason.source}` : reason.source;
}

function plural(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

/** Rows as lines, indented by two, in columns two spaces apart. */
function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const widths = (rows[0] ?? []).map((_, column) => width(column));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd());
}
