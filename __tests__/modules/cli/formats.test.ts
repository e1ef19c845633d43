import { describe, expect, it } from "vitest";
import { rendered } from "../../../modules/cli/formats";

const RENDERERS = {
  text: (name: string) => `text of ${name}`,
  json: (name: string) => ({ name }),
  markdown: (name: string) => `**${name}**`,
};

describe("the form of an answer", () => {
  it.each([
    [undefined, "text of it"],
    ["text", "text of it"],
    ["json", '{\n  "name": "it"\n}'],
    ["markdown", "**it**"],
  ])("is as asked for with %s", async (format, expected) => {
    expect(await rendered("it", RENDERERS, format, {})).toBe(expected);
  });
});
