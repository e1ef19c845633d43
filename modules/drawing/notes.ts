import { someOf } from "../text/some-of";
import type { Topology } from "../topology/topology";
import type { Area } from "./area";
import { type Boxes, type DrawnLine, FONTS, type Label, type LineKind, type Note } from "./boxes";
import type { Calls, Trouble } from "./calls";
import type { Headline } from "./in-words";
import { fitted, inLines, widthOf } from "./text-width";

/** So many are explained below the picture; the command `check` explains all. */
const MOST_CAPTIONS = 12;
const LINE = 20;
const TEXT_X = 28;

/** The answer above the picture. */
export function headingOf({ verdict, text, counts }: Headline, { x, y, width }: Omit<Area, "height">): Note {
  const left = verdict === undefined ? x : x + TEXT_X + 4;
  const label = (role: "heading" | "quiet", shown: string, top: number): Label => ({
    role,
    text: fitted(shown, width - (left - x), FONTS[role]),
    area: { x: left, y: top, width: width - (left - x), height: FONTS[role].size + 4 },
  });
  return {
    marks: verdict === undefined ? [] : [{ centre: { x: x + 12, y: y + 13 }, verdict }],
    labels: [label("heading", text, y), label("quiet", counts, y + 30)],
  };
}

/** What each number stands for, one below the other. */
export function captionsOf(topology: Topology, { troubles }: Calls, { x, y, width }: Omit<Area, "height">) {
  const names = new Map(
    topology.vpcs
      .flatMap(({ zones }) => zones.flatMap(({ subnets }) => subnets.flatMap(({ parts }) => parts)))
      .map(({ id, name }) => [id, name]),
  );
  const notes: Note[] = [];
  let top = y;
  const write = (text: string, marks: Note["marks"]) => {
    const lines = inLines(text, width - TEXT_X, FONTS.caption);
    notes.push({
      marks,
      labels: lines.map((line, index) => ({
        role: "caption",
        text: line,
        area: { x: x + TEXT_X, y: top + index * LINE, width: width - TEXT_X, height: 17 },
      })),
    });
    top += lines.length * LINE + 8;
  };
  for (const trouble of troubles.slice(0, MOST_CAPTIONS)) {
    const { number, verdict } = trouble;
    write(captionOf(trouble, names), [{ centre: { x: x + 9, y: top + 9 }, number, verdict }]);
  }
  const { findings = [] } = topology;
  for (const { verdict, text } of findings.slice(0, MOST_CAPTIONS)) {
    write(text, [{ centre: { x: x + 9, y: top + 9 }, verdict }]);
  }
  const further = Math.max(0, troubles.length - MOST_CAPTIONS) + Math.max(0, findings.length - MOST_CAPTIONS);
  if (further > 0) write(`and ${further} more, which private-fargate check names`, []);
  return { notes, bottom: notes.length === 0 ? y : top - 8 };
}

function captionOf({ text, ways }: Trouble, names: ReadonlyMap<string, string>): string {
  const callers = [...new Set(ways.map(({ from }) => names.get(from) ?? from))].toSorted();
  const [first] = ways;
  return `${someOf(callers)} → ${first?.service ?? ""}: ${text}`;
}

const MEANINGS: Readonly<Record<LineKind, string>> = {
  proved: "calls arrive",
  unknown: "not known",
  broken: "do not arrive",
  link: "belong together",
};
const KINDS: readonly LineKind[] = ["proved", "unknown", "broken", "link"];

/** What the lines mean that are there, side by side. */
export function legendOf(
  lines: readonly DrawnLine[],
  { x, y }: { readonly x: number; readonly y: number },
): Boxes["legend"] {
  let left = x;
  return KINDS.filter((kind) => lines.some((line) => line.kind === kind)).map((kind) => {
    const text = MEANINGS[kind];
    const area: Area = { x: left, y, width: 40, height: 16 };
    const width = Math.ceil(widthOf(text, FONTS.quiet));
    left += 40 + 8 + width + 24;
    return {
      kind,
      area,
      marks: [],
      labels: [{ role: "quiet", text, area: { x: area.x + 48, y: y + 1, width, height: 14 } }],
    };
  });
}
