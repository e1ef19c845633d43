import { describe, expect, it } from "vitest";
import { readSettings } from "../../stacks/read-settings";
import { configurationErrorOf } from "../support/configuration-error-of";

const FIELDS = {
  name: "string",
  count: "number",
  on: "boolean",
  zones: "strings",
  blocks: "string map",
  own: "settings",
} as const;
const read = (value: unknown) => readSettings("here", value, FIELDS);

describe("readSettings", () => {
  it("reads settings of each kind", () => {
    const settings = {
      name: "a",
      count: 0,
      on: false,
      zones: ["a", "b"],
      blocks: { a: "10.0.0.0/24" },
      own: { any: 1 },
    };
    expect(read(settings)).toEqual(settings);
  });

  it.each([[undefined], [null], [{}]])("finds no settings in %j", (value) => {
    expect(read(value)).toEqual({});
  });

  it("counts a setting that is undefined as left out", () => {
    expect(read({ name: undefined, count: 1 })).toMatchObject({ count: 1 });
  });

  it.each([["text"], [1], [true], [["name"]]])("refuses %j, which is no object", (value) => {
    expect(configurationErrorOf(() => read(value)).issues).toMatchObject([
      { code: "setting-malformed", problem: expect.stringContaining(JSON.stringify(value)) },
    ]);
  });

  it.each([
    [{ name: 1 }, 'a text, for example "main"'],
    [{ name: null }, 'a text, for example "main"'],
    [{ count: "1" }, "a number, for example 1"],
    [{ on: "true" }, "true or false"],
    [{ zones: "a" }, 'a list of texts, for example ["a", "b"]'],
    [{ zones: ["a", 1] }, 'a list of texts, for example ["a", "b"]'],
    [{ own: ["a"] }, 'an object of settings, for example { "desiredCount": 1 }'],
    [{ blocks: ["a"] }, 'an object of texts, for example { "a": "b" }'],
    [{ blocks: { a: 1 } }, 'an object of texts, for example { "a": "b" }'],
  ])("refuses %j and says what it has to be", (value, expected) => {
    expect(configurationErrorOf(() => read(value)).issues).toMatchObject([
      { code: "setting-malformed", why: `it has to be ${expected}` },
    ]);
  });

  it("says everything that is wrong at once, and where", () => {
    const error = configurationErrorOf(() => read({ nmae: "a", subnets: ["a"], count: "1" }));
    expect(error.message).toMatch(/^here in cdktf\.json has 3 problems\n/);
    expect(error.issues).toMatchObject([
      { code: "setting-unknown", fix: 'write "name"' },
      { code: "setting-unknown", fix: "remove it, or use one of name, count, on, zones, blocks, own" },
      { code: "setting-malformed", problem: 'count is "1"' },
    ]);
  });
});
