import { expect, test } from "vitest";
import { StatusLine } from "../../../modules/cli/status-line";

/** What is left on the line of a terminal, as the text and its marks make it. */
function screenOf(written: readonly string[]): string {
  return written.join("").split("\r\u001b[2K").at(-1) ?? "";
}

function lineOn(columns?: number) {
  const written: string[] = [];
  const write = (text: string) => written.push(text);
  return { written, line: new StatusLine(columns === undefined ? { write } : { columns, write }) };
}

test("each step takes the place of the one before, and nothing is left in the end", () => {
  const { written, line } = lineOn();
  line.show("reading main.tf");
  expect(screenOf(written)).toBe("reading main.tf");
  line.show("proving");
  expect(screenOf(written)).toBe("proving");
  line.clear();
  expect(screenOf(written)).toBe("");
  expect(written.join("")).not.toContain("\n");
});

test("nothing is written where nothing was shown, or it is gone already", () => {
  const { written, line } = lineOn();
  line.clear();
  expect(written).toEqual([]);
  line.show("proving");
  line.clear();
  line.clear();
  expect(written).toHaveLength(2);
});

test("a step has room on one line, also of a narrow terminal, and with a line break in it", () => {
  const { written, line } = lineOn(20);
  line.show(`reading ${"deep/".repeat(20)}main.tf`);
  expect(screenOf(written)).toBe("reading deep/deep/…");
  line.show("reading a\nb");
  expect(screenOf(written)).toBe("reading a b");
  expect(screenOf(written).length).toBeLessThan(20);
  const unknown = lineOn(0);
  unknown.line.show("reading main.tf");
  expect(screenOf(unknown.written)).toBe("reading main.tf");
});
