/** A key of YAML or JSON, with the name behind a slash that tells one component of a kind from another. */
export function collectorKey(name: string): RegExp {
  return new RegExp(`(?:^|[{,])\\s*["']?${name}(?:/[\\w-]+)?["']?\\s*:`, "gm");
}

/**
 * What stands below each key of a name in a collector's configuration: the lines that are further in than the key, or what its
 * braces hold.
 */
export function sectionsBelow(content: string, name: string): readonly string[] {
  return Array.from(content.matchAll(collectorKey(name)), ({ 0: key, index }) => {
    const start = index + key.indexOf(name);
    const rest = content.slice(index + key.length);
    return /^\s*\{/.test(rest) ? inBraces(rest) : furtherIn(rest, start - content.lastIndexOf("\n", start - 1) - 1);
  });
}

function inBraces(text: string): string {
  let open = 0;
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    open += brace === "{" ? 1 : -1;
    if (open === 0) return text.slice(0, index + 1);
  }
  return text;
}

function furtherIn(text: string, column: number): string {
  const [first = "", ...lines] = text.split("\n");
  const end = lines.findIndex((line) => /\S/.test(line) && line.search(/\S/) <= column);
  return [first, ...(end < 0 ? lines : lines.slice(0, end))].join("\n");
}

/** The exporters of a configuration; the whole of it where they cannot be told from the rest. */
export function exportersIn(content: string): string {
  const sections = sectionsBelow(content, "exporters");
  return sections.length === 0 ? content : sections.join("\n");
}

/** The Region that an exporter says, in what stands below its key. @returns `undefined` where it says none */
export function exporterRegion(section: string): string | undefined {
  return /(?:^|[{,])\s*["']?region["']?\s*:\s*["']?([^\s"',}#]+)/m.exec(section)?.[1];
}
