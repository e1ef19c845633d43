import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { transformSync } from "esbuild";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LATE_ROOMS, lateRoom, takeOutLateRooms, withLateRooms, withoutLateRooms } from "../../scripts/late-rooms";

/** As esbuild writes several sources into one file. */
const MODULES = `import {
  known
} from "./chunk-OTHER.js";

// modules/values/sum.ts
function sum(one, other) {
  return one + other;
}

// modules/cost/cost-of.ts
globalThis.loaded?.push("cost");
var PRICE = sum(1, 2), PER = { month: 730 };
var Cost = class {
  of = (hours) => sum(known(hours) * PRICE, PER.month);
};

// modules/snapshot/snapshot-names.ts
globalThis.loaded?.push("snapshot");
async function* names() {
  yield new Cost().of(1);
}

// modules/values/answer.ts
async function answer(asks) {
  const first = (await names().next()).value;
  return asks ? new Cost().of(2) : first;
}

export {
  PRICE,
  answer,
  sum as plus
};
`;

describe("rooms that are loaded late", () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "late-rooms-"));
  });
  afterEach(() => rmSync(directory, { recursive: true, force: true }));

  it("are files of their own, and the program does what it did", async () => {
    writeFileSync(join(directory, "chunk-ONE.js"), MODULES);
    writeFileSync(join(directory, "chunk-OTHER.js"), "export function known(value) { return value; }\n");
    const late = takeOutLateRooms(join(directory, "chunk-ONE.js"));
    expect([...late].sort()).toEqual(["cost-ONE.js", "snapshot-ONE.js"]);
    expect(readdirSync(directory).sort()).toEqual(["chunk-ONE.js", "chunk-OTHER.js", ...late].sort());
    for (const name of readdirSync(directory)) {
      const file = join(directory, name);
      const { code } = transformSync(readFileSync(file, "utf8"), { format: "cjs", platform: "node" });
      writeFileSync(file.replace(/js$/, "cjs"), withLateRooms(code, late).replaceAll('.js")', '.cjs")'));
    }
    const loaded: string[] = [];
    Object.assign(globalThis, { loaded });
    const one = createRequire(__filename)(join(directory, "chunk-ONE.cjs"));
    expect(one.plus(1, 2)).toBe(3);
    expect(loaded).toEqual([]);
    expect(await one.answer(false)).toBe(733);
    expect(loaded).toEqual(["snapshot", "cost"]);
    expect(await one.answer(true)).toBe(736);
    expect(one.PRICE).toBe(3);
    Reflect.deleteProperty(globalThis, "loaded");
  });

  it("leave a file as it is that has none", () => {
    const text = 'import { known } from "./chunk-OTHER.js";\n\n// modules/values/sum.ts\nvar sum = known(1);\n';
    expect(withoutLateRooms("chunk-ONE.js", text)).toEqual(new Map([["chunk-ONE.js", text]]));
    expect(withLateRooms('var import_x = require("./x.js");\nimport_x.y();\n', ["cost-ONE.js"])).toBe(
      'var import_x = require("./x.js");\nimport_x.y();\n',
    );
  });

  it("each have sources, by every way in which their paths begin", () => {
    const modules = resolve(__dirname, "../../modules");
    const sources = readdirSync(modules, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
    for (const [room, { of, ...rest }] of Object.entries(LATE_ROOMS)) {
      expect(sources.map(lateRoom), room).toContain(room);
      const paths: readonly string[] = [...of, ...("without" in rest ? rest.without : [])];
      for (const path of paths)
        expect(
          sources.some((source) => source.startsWith(path)),
          path,
        ).toBe(true);
    }
    expect(lateRoom("reachability/terraform/expressions/value.ts")).toBeUndefined();
    expect(lateRoom("reachability/terraform/expressions/operations.ts")).toBe("expressions");
  });
});
