import { describe, expect, it } from "vitest";
import { compactJson } from "../../../modules/text/compact-json";

describe("compactJson", () => {
  it("writes on one line what fits, and the rest a line for each part", () => {
    const rules = Array.from({ length: 3 }, (_, index) => ({
      id: `sgr-${index}`,
      peer: "10.0.0.0/16",
      port: 443,
      open: true,
    }));
    expect(compactJson({ id: "sg-1", rules, none: [], empty: {} })).toBe(
      [
        "{",
        '  "id": "sg-1",',
        '  "rules": [',
        '    { "id": "sgr-0", "peer": "10.0.0.0/16", "port": 443, "open": true },',
        '    { "id": "sgr-1", "peer": "10.0.0.0/16", "port": 443, "open": true },',
        '    { "id": "sgr-2", "peer": "10.0.0.0/16", "port": 443, "open": true }',
        "  ],",
        '  "none": [],',
        '  "empty": {}',
        "}",
      ].join("\n"),
    );
  });

  it("is JSON of the same value", () => {
    const value = { list: [1, [null, { 'a"b': "\u2028" }]], text: "x".repeat(200) };
    expect(JSON.parse(compactJson(value))).toEqual(value);
  });
});
