/** Rows of text under a heading. A cell without a value is shown empty. */
export interface TableSection {
  readonly heading: readonly string[];
  readonly rows: readonly (readonly (string | undefined)[])[];
}

/** Sections one below the other, each with columns as wide as its content; a section without rows is left out. */
export function renderTable(sections: readonly TableSection[]): string {
  return sections
    .filter((section) => section.rows.length > 0)
    .map(renderSection)
    .join("\n\n");
}

function renderSection({ heading, rows }: TableSection): string {
  const lines = [heading, ...[...rows].sort((a, b) => a.join("\0").localeCompare(b.join("\0")))];
  const widths = heading.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) => `  ${widths.map((width, column) => (line[column] ?? "").padEnd(width)).join("  ")}`.trimEnd())
    .join("\n");
}
