import { code } from "../../modules/text/markdown";
import { type ApiPage, apiPages } from "./api/api-page";
import { declarationsOf } from "./api/declarations";
import { linksFrom } from "./api/links";
import { renderDeclaration } from "./api/render-declaration";

const NOTE = "<!-- Generated from the doc comments in modules/ by scripts/generate-pages.ts. Do not edit. -->";

/** The reference in `docs/api/`: the texts of its pages by the names of their files. */
export function renderedApiPages(): ReadonlyMap<string, string> {
  const pages = apiPages();
  return new Map([
    ["README.md", index(pages)],
    ...pages.map((page) => [`${page.name}.md`, render(page, pages)] as const),
  ]);
}

function render(page: ApiPage, pages: readonly ApiPage[]): string {
  const links = linksFrom(page, pages);
  const sections = page.names.flatMap(({ name, file }) => [
    // A construct's own page has its name as the title.
    name === page.title ? "" : `## ${name}`,
    ...declarationsOf(file, name).flatMap((declared) => renderDeclaration(declared, links)),
  ]);
  const from = `From ${page.entries.map(importedFrom).join(", or ")}. [All pages](README.md)`;
  return `${[`# ${page.title}`, NOTE, from, ...sections].filter((paragraph) => paragraph !== "").join("\n\n")}\n`;
}

/** An entry, with what it leaves out of the page. */
function importedFrom({ entry, without }: ApiPage["entries"][number]): string {
  return without.length === 0 ? code(entry) : `${code(entry)} without ${without.map(code).join(", ")}`;
}

function index(pages: readonly ApiPage[]): string {
  const lines = pages.map((page) => {
    const links = linksFrom({ ...page, names: [] }, pages);
    const names = page.names.map(({ name }) => `[\`${name}\`](${links.to(name)})`);
    return `## [${page.title}](${page.name}.md)\n\n${names.join(", ")}`;
  });
  return `${["# Reference", NOTE, INTRODUCTION, ...lines].join("\n\n")}\n`;
}

const INTRODUCTION = `Everything that the package exports: a page for each construct with its properties and an example, and a page for each
topic. In a project of ES modules the provider's imports end in \`/index.js\`, as in \`@cdktf/provider-aws/lib/provider/index.js\`;
all else in the examples stays.`;
