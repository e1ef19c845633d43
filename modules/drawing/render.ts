import type { Area } from "./area";
import type { Boxes, Card, CardRow, DrawnLine, Frame, Label, Mark, Note } from "./boxes";
import { FONTS } from "./boxes";
import { GLYPHS } from "./glyphs";
import { headPath, linePath } from "./paths";
import { styleSheet } from "./style";
import { escaped, idOf, rounded } from "./svg-text";

/** The picture as SVG, by itself: no script, no font, no image from elsewhere. */
export function render(boxes: Boxes, prefix: string): string {
  const { width, height, title, description, frames, cards, lines, heading, legend, captions } = boxes;
  const lines_ = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="${prefix}" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${prefix}-title ${prefix}-description">`,
    `<title id="${prefix}-title">${escaped(title)}</title>`,
    `<desc id="${prefix}-description">${escaped(description)}</desc>`,
    `<style>\n${styleSheet(prefix)}\n</style>`,
    rect("page", { x: 0, y: 0, width, height }, 12),
    ...note(heading),
    ...frames.flatMap((frame) => frameElements(frame, prefix)),
    ...lines.flatMap((line) => lineElements(line, prefix)),
    ...cards.flatMap((card) => cardElements(card, prefix)),
    ...legend.flatMap((entry) => [...legendLine(entry.kind, entry.area), ...note(entry)]),
    ...captions.flatMap(note),
    "</svg>",
  ];
  return `${lines_.join("\n")}\n`;
}

const RADII: Readonly<Record<Frame["kind"], number>> = { vpc: 12, zone: 8, subnet: 8 };

function frameElements({ id, kind, tier, title, area, labels }: Frame, prefix: string): readonly string[] {
  const style = tier === undefined ? kind : `${kind} ${tier}`;
  return [
    `<g id="${idOf(prefix, id)}">`,
    titleElement(title),
    rect(style, area, RADII[kind]),
    ...labels.map(text),
    "</g>",
  ];
}

function cardElements({ id, kind, title, area, labels, marks, rows }: Card, prefix: string): readonly string[] {
  const tile: Area = { x: area.x + 10, y: area.y + (labels.length > 1 ? 14 : 6), width: 28, height: 28 };
  return [
    `<g id="${idOf(prefix, id)}">`,
    titleElement(title),
    rect("card", area, 8),
    rect("tile", tile, 7),
    `<path class="glyph" transform="translate(${rounded(tile.x + 6)} ${rounded(tile.y + 6)})" d="${GLYPHS[kind]}"/>`,
    ...labels.map(text),
    ...marks.flatMap(mark),
    ...rows.flatMap((row) => rowElements(row, prefix)),
    "</g>",
  ];
}

function rowElements({ id, title, label, marks }: CardRow, prefix: string): readonly string[] {
  return [`<g id="${idOf(prefix, id)}">`, titleElement(title), text(label), ...marks.flatMap(mark), "</g>"];
}

function lineElements(line: DrawnLine, prefix: string): readonly string[] {
  const { id, kind, title, cross } = line;
  const head = headPath(line);
  const [from] = line.points;
  return [
    `<g id="${idOf(prefix, id)}">`,
    titleElement(title),
    `<path class="way ${kind}" d="${linePath(line)}"/>`,
    ...(from === undefined || kind === "link"
      ? []
      : [`<circle class="head ${kind}" cx="${from.x}" cy="${from.y}" r="2.5"/>`]),
    ...(head === undefined ? [] : [`<path class="head ${kind}" d="${head}"/>`]),
    ...(cross === undefined ? [] : crossElements(cross)),
    "</g>",
  ];
}

function crossElements({ x, y }: { readonly x: number; readonly y: number }): readonly string[] {
  return [`<path class="way broken" d="M${x - 5} ${y - 5}l10 10M${x + 5} ${y - 5}l-10 10"/>`];
}

function legendLine(kind: DrawnLine["kind"], { x, y, width, height }: Area): readonly string[] {
  const middle = y + height / 2;
  return [
    `<path class="way ${kind}" d="M${x} ${middle}h${width - 4}"/>`,
    ...(kind === "broken" ? crossElements({ x: x + width - 10, y: middle }) : []),
  ];
}

function note({ marks, labels }: Note): readonly string[] {
  return [...marks.flatMap(mark), ...labels.map(text)];
}

function text({ role, text: shown, area, atRight }: Label): string {
  const x = rounded(atRight === true ? area.x + area.width : area.x);
  const y = rounded(area.y + area.height / 2 + FONTS[role].size * 0.36);
  return `<text class="${role}${atRight === true ? " right" : ""}" x="${x}" y="${y}">${escaped(shown)}</text>`;
}

function mark({ centre: { x, y }, verdict, number }: Mark): readonly string[] {
  const kind = verdict ?? "unused";
  const radius = verdict === undefined ? 4 : 7.5;
  if (number !== undefined) {
    return [
      `<rect class="mark ${kind}" x="${rounded(x - 8)}" y="${rounded(y - 8)}" width="16" height="16" rx="4"/>`,
      `<text class="number ${kind}" x="${rounded(x)}" y="${rounded(y + 3.6)}">${number}</text>`,
    ];
  }
  const circle = `<circle class="mark ${kind}" cx="${rounded(x)}" cy="${rounded(y)}" r="${radius}"/>`;
  if (verdict === undefined) return [circle];
  return [
    circle,
    `<path class="sign ${kind}" transform="translate(${rounded(x)} ${rounded(y)})" d="${SIGNS[verdict]}"/>`,
  ];
}

const SIGNS = {
  proved: "M-3.5 .2-1 2.8 3.6-2.4",
  broken: "M-3-3 3 3M3-3-3 3",
  unknown: "M-2.2-1.6a2.2 2.2 0 1 1 3.2 2Q0 .9 0 1.8M0 4v.1",
} as const;

function titleElement(title: string): string {
  return `<title>${escaped(title)}</title>`;
}

function rect(style: string, { x, y, width, height }: Area, radius: number): string {
  return `<rect class="${style}" x="${rounded(x)}" y="${rounded(y)}" width="${rounded(width)}" height="${rounded(height)}" rx="${radius}"/>`;
}
