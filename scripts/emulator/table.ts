import { byCodeUnits } from "../../modules/text/code-units";
import { inColumns } from "../../modules/text/columns";

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
  const sorted = [...rows].sort((a, b) => byCodeUnits(a.join("\0"), b.join("\0")));
  return inColumns([heading, ...sorted]).join("\n");
}
