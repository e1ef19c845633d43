/**
 * How wide each character from the space to the tilde is, in thousandths of the size of the font: those of DejaVu Sans, which is
 * wider than what `system-ui` is on Windows, macOS, Android and most of Linux. So text may take less room than it is given, never more.
 */
const WIDTHS = [
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
  636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
  748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
  615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
  337, 636, 838,
] as const;

/** How much wider bold text is. */
const BOLD = 1.15;

/** What stands where a part of a name is left out. */
const LEFT_OUT = "…";

/** How a text is set. */
export interface Font {
  /** In pixels. */
  readonly size: number;
  readonly bold?: boolean;
}

/** The most pixels that a text takes. A character that is not in the table takes a square. */
export function widthOf(text: string, { size, bold = false }: Font): number {
  let thousandths = 0;
  for (const character of text) thousandths += WIDTHS[(character.codePointAt(0) ?? 0) - 32] ?? 1000;
  return (thousandths * size * (bold ? BOLD : 1)) / 1000;
}

/** A text that fits, without its middle where it is too long: names of one network begin and end differently. */
export function fitted(text: string, width: number, font: Font): string {
  if (widthOf(text, font) <= width) return text;
  const characters = Array.from(text);
  for (let left = characters.length - 1; left > 0; left -= 1) {
    const head = characters.slice(0, Math.ceil(left / 2)).join("");
    const tail = characters.slice(characters.length - Math.floor(left / 2)).join("");
    const short = `${head}${LEFT_OUT}${tail}`;
    if (widthOf(short, font) <= width) return short;
  }
  return LEFT_OUT;
}

/** A text in lines that fit. A word that is longer than a line is broken. */
export function inLines(text: string, width: number, font: Font): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((each) => each !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (widthOf(longer, font) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const character of word) {
      if (widthOf(line + character, font) > width) {
        lines.push(line);
        line = "";
      }
      line += character;
    }
  }
  return line === "" ? lines : [...lines, line];
}
