import { FONTS, type LabelRole } from "./boxes";

const LIGHT = {
  page: "#ffffff",
  vpc: "#f6f7f9",
  zone: "#eceef2",
  subnet: "#ffffff",
  card: "#ffffff",
  edge: "#d3d8e0",
  strong: "#8b95a5",
  text: "#1b2330",
  quiet: "#566070",
  accent: "#3d5bd9",
  tint: "#e9edfc",
  proved: "#18794e",
  unknown: "#8a5a00",
  broken: "#cd2b31",
  on: "#ffffff",
};

const DARK: typeof LIGHT = {
  page: "#0f1319",
  vpc: "#151a22",
  zone: "#1b212b",
  subnet: "#131820",
  card: "#1d242f",
  edge: "#333d4b",
  strong: "#6a7688",
  text: "#e8ecf2",
  quiet: "#a3adbb",
  accent: "#93a9ff",
  tint: "#262f4d",
  proved: "#4cc38a",
  unknown: "#e0a93b",
  broken: "#ff7d75",
  on: "#0f1319",
};

const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** The sheet of a picture, for what is in it alone: it may stand in a page with others. */
export function styleSheet(root: string): string {
  const values = (colors: typeof LIGHT) =>
    Object.entries(colors)
      .map(([name, color]) => `--${name}: ${color};`)
      .join(" ");
  const fonts = Object.entries(FONTS).map(
    ([role, { size, bold }]) => `.${role} { font-size: ${size}px;${bold === true ? " font-weight: 600;" : ""} }`,
  );
  const rules = [
    `text { font-family: ${FAMILY}; fill: var(--text); }`,
    ...fonts,
    `.${"quiet" satisfies LabelRole} { fill: var(--quiet); }`,
    ".page { fill: var(--page); }",
    ".vpc { fill: var(--vpc); stroke: var(--strong); }",
    ".zone { fill: var(--zone); }",
    ".subnet { fill: var(--subnet); stroke: var(--edge); }",
    ".subnet.public { stroke: var(--accent); }",
    ".subnet.unknown { stroke: var(--strong); stroke-dasharray: 4 3; }",
    ".card { fill: var(--card); stroke: var(--edge); }",
    ".tile { fill: var(--tint); }",
    ".glyph { fill: none; stroke: var(--accent); stroke-width: 1.4; stroke-linecap: round; stroke-linejoin: round; }",
    ".way { fill: none; stroke-linecap: round; stroke-linejoin: round; }",
    ".way.proved { stroke: var(--proved); stroke-width: 1.5; }",
    ".way.unknown { stroke: var(--unknown); stroke-width: 2; stroke-dasharray: 6 5; }",
    ".way.broken { stroke: var(--broken); stroke-width: 2.25; }",
    ".way.link { stroke: var(--strong); stroke-width: 1.5; stroke-dasharray: 1 4; }",
    ".head.proved, .mark.proved { fill: var(--proved); }",
    ".head.unknown { fill: var(--unknown); }",
    ".head.broken, .mark.broken { fill: var(--broken); }",
    ".mark.unknown { fill: var(--page); stroke: var(--unknown); stroke-width: 1.75; stroke-dasharray: 3 2; }",
    ".mark.unused { fill: none; stroke: var(--strong); stroke-width: 1.5; }",
    ".sign { fill: none; stroke: var(--on); stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }",
    ".sign.unknown { stroke: var(--unknown); }",
    ".number { font-size: 10px; font-weight: 700; fill: var(--on); text-anchor: middle; }",
    ".number.unknown { fill: var(--unknown); }",
    ".right { text-anchor: end; }",
  ];
  return [
    `.${root} { color-scheme: light dark; ${values(LIGHT)} }`,
    `@media (prefers-color-scheme: dark) { .${root} { ${values(DARK)} } }`,
    ...rules.map((rule) =>
      rule.replace(/^[^{]+/, (selectors) =>
        selectors
          .split(",")
          .map((each) => `.${root} ${each.trim()}`)
          .join(", ")
          .concat(" "),
      ),
    ),
  ].join("\n");
}
