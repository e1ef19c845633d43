import { describe, expect, it } from "vitest";
import { mergeFiles } from "../../../modules/cli/merge-files";

describe("the files of a folder", () => {
  it("are one configuration", () => {
    const merged = mergeFiles(
      [
        { resource: { a: { x: [{ n: 1 }] } }, locals: [{ p: 1 }], provider: { aws: [{ region: "r" }] } },
        { resource: { a: { y: [{ n: 2 }] }, b: { z: [{}] } }, locals: { q: 2 }, provider: { aws: { alias: "t" } } },
        { "//": { metadata: {} }, module: { m: [{ source: "./m" }] }, output: { o: [{ value: 1 }] } },
      ],
      [],
    );
    expect(merged).toMatchObject({
      "//": { metadata: {} },
      resource: { a: { x: [{ n: 1 }], y: [{ n: 2 }] }, b: { z: [{}] } },
      locals: [{ p: 1 }, { q: 2 }],
      provider: { aws: [{ region: "r" }, { alias: "t" }] },
      module: { m: [{ source: "./m" }] },
      output: { o: [{ value: 1 }] },
    });
  });

  it("have arguments replaced one by one by overrides, and blocks of a name all together", () => {
    const merged = mergeFiles(
      [{ resource: { a: { x: [{ n: 1, kept: true, block: [{ p: 1 }, { p: 2 }] }] } }, locals: [{ v: 1, w: 1 }] }],
      [{ resource: { a: { x: [{ n: 2, block: [{ p: 3 }] }] } }, locals: [{ v: 2 }] }],
    );
    expect(merged["resource"]).toEqual({ a: { x: { n: 2, kept: true, block: [{ p: 3 }] } } });
    expect(merged["locals"]).toEqual([{ v: 2 }, { v: 1, w: 1 }]);
  });

  it("may have lists of objects for labels", () => {
    const merged = mergeFiles(
      [{ resource: [{ a: { x: {} } }, { a: [{ y: {} }] }] }, { resource: { a: { z: [{}] } }, provider: [{ aws: {} }] }],
      [{ resource: [{ a: { y: { n: 1 } } }] }],
    );
    expect(merged).toMatchObject({ resource: { a: { x: {}, y: { n: 1 }, z: [{}] } }, provider: { aws: [{}] } });
  });
});
