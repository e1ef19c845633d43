import { headingAnchor } from "../heading-anchor";
import type { ApiPage } from "./api-page";

/** Where the names of the library are explained, as seen from one page. */
export interface Links {
  /** `undefined` for what is not the library's. */
  to(name: string): string | undefined;
}

export function linksFrom(page: ApiPage, pages: readonly ApiPage[]): Links {
  const pageOf = new Map(pages.flatMap((each) => each.names.map(({ name }) => [name, each])));
  return {
    to(name) {
      const target = pageOf.get(name);
      if (target === undefined) return undefined;
      return `${target === page ? "" : `${target.name}.md`}#${headingAnchor(name)}`;
    },
  };
}

/** The text of a comment, in which `{@link Name}` leads to the name. */
export function linkedText(text: string, links: Links): string {
  return text.replace(/\{@link ([\w.]+)\}/g, (_whole, name: string) => {
    const target = links.to(name.split(".")[0] ?? name);
    return target === undefined ? `\`${name}\`` : `[\`${name}\`](${target})`;
  });
}

/** A type as code, in which the library's names are links. */
export function linkedType(type: string, links: Links): string {
  const parts = type.split(/("[^"]*"|\b[A-Z]\w*\b)/);
  const linked = parts.map((part) => ({ part, target: links.to(part) }));
  const merged: string[] = [];
  let text = "";
  for (const { part, target } of linked) {
    if (target === undefined) {
      text += part;
      continue;
    }
    if (text.trim() !== "") merged.push(asCode(text));
    text = "";
    merged.push(`[\`${part}\`](${target})`);
  }
  if (text.trim() !== "") merged.push(asCode(text));
  return merged.join("");
}

/** Markdown takes one space from each end of code, where there are two. */
function asCode(text: string): string {
  return text.includes("`") ? `\`\` ${text} \`\`` : `\`${text}\``;
}
