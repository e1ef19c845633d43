import { stripVTControlCharacters } from "node:util";
import { describe, expect, it } from "vitest";
import { colored } from "../../../modules/cli/colored";
import { record } from "./recorded-terminal";

const plain = (text: string) => stripVTControlCharacters(text);

describe("a text in colours", () => {
  it.each([
    ["proved: 1 task, 4 services", "\u001B[32mproved\u001B[39m: 1 task, 4 services"],
    ["  error private-dns-off: it is off", "  \u001B[31merror\u001B[39m private-dns-off: it is off"],
    [
      "a (aws_ecs_service.a, aws_ecs_service.b): proved",
      "a (aws_ecs_service.a, aws_ecs_service.b): \u001B[32mproved\u001B[39m",
    ],
    ["a (aws_ecs_service.a): unknown, 1 of 2", "a (aws_ecs_service.a): \u001B[33munknown\u001B[39m, 1 of 2"],
  ])("says by its colour how a line stands: %s", (text, expected) => {
    expect(colored(text)).toBe(expected);
    expect(plain(colored(text))).toBe(text);
  });

  it.each(["    why: an error is noted", "errors: none", "    fix: note it"])(
    "leaves other words as they are: %s",
    (text) => {
      expect(colored(text)).toBe(text);
    },
  );

  it("is printed on a screen that has colours, and nowhere else", async () => {
    const args = ["check", "-"];
    const screen = { columns: 60, hasColors: true };
    const onScreen = await record(args, '{"resource":{}}', screen);
    expect(onScreen.answer.startsWith("\u001B[33munknown\u001B[39m: no task\n")).toBe(true);
    for (const line of plain(onScreen.answer).split("\n")) expect(line.length).toBeLessThanOrEqual(60);
    const colorless = await record(args, '{"resource":{}}', { ...screen, hasColors: false });
    expect(colorless.answer).toBe(plain(onScreen.answer));
    expect((await record([...args, "--format", "json"], '{"resource":{}}', screen)).answer).toMatch(/^\{/);
    expect((await record(args, '{"resource":{}}')).answer).toMatch(/^unknown: no task\n/);
  });
});
