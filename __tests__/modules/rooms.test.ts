import { dirname, relative } from "node:path";
import { describe, expect, it } from "vitest";
import { sourceFiles } from "../support/source-imports";

/** The file that is in no folder of its room. */
const ROOT = ".";

/**
 * The rooms that have folders, each with its folders in order: a folder imports from those before it, and never from those
 * behind it. A folder within another has its own place.
 */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  aws: ["managed-policies", ROOT, "endpoint-services"],
  issues: ["table", ROOT],
  task: [
    "json",
    "images",
    "secrets",
    "log-drivers",
    "volumes",
    "options",
    "grants",
    ROOT,
    "sidecars",
    "checks",
    "definition",
  ],
  planning: ["instance", "rules", "plan"],
  cli: ["cloudformation", "findings", ROOT],
  diagnosis: ["input", "causes", "texts", ROOT],
  reachability: [
    "model",
    "terraform/expressions",
    "terraform/resources",
    "terraform/said",
    "terraform/configuration",
    "terraform/plan",
    "terraform",
    "reading",
    "calls",
    "checks",
    "ways",
    "conflicts",
    "proof",
    "report",
    ROOT,
  ],
};

/** A file of the room `aws` in the folder `endpoint-services` of it. */
interface Place {
  readonly room: string;
  readonly folder: string;
}

const files = sourceFiles("modules").filter(({ path }) => dirname(path) !== "modules");
const rooms = [...new Set(files.map(({ path }) => placeOf(path).room))];

function placeOf(path: string): Place {
  const [, room = ""] = path.split("/");
  return { room, folder: relative(`modules/${room}`, dirname(path)) || ROOT };
}

function foldersOf(room: string): readonly string[] {
  return [
    ...new Set(files.map(({ path }) => placeOf(path)).flatMap((each) => (each.room === room ? each.folder : []))),
  ];
}

/** The imports within a room that lead from one folder to another. */
function arrowsOf(room: string) {
  return files
    .filter(({ path }) => placeOf(path).room === room)
    .flatMap(({ path, imports }) => imports.flatMap(({ target }) => (target === undefined ? [] : { path, target })))
    .map(({ path, target }) => ({ path, target, from: placeOf(path), to: placeOf(target) }))
    .filter(({ from, to }) => to.room === room && to.folder !== from.folder);
}

describe("the folders of the rooms", () => {
  it("are all in the table, and in no room that has none", () => {
    const withFolders = rooms.filter((room) => foldersOf(room).length > 1);
    expect(withFolders.toSorted()).toEqual(Object.keys(ROOMS).sort());
  });

  it.each(Object.entries(ROOMS))("of %s are those in the table", (room, folders) => {
    expect(foldersOf(room).toSorted()).toEqual(folders.toSorted());
  });

  it.each(Object.entries(ROOMS))("of %s import in one direction", (room, folders) => {
    const backwards = arrowsOf(room).filter(
      ({ from, to }) => folders.indexOf(to.folder) > folders.indexOf(from.folder),
    );
    expect(arrowsOf(room).length).toBeGreaterThan(0);
    expect(backwards.map(({ path, target }) => `${path} -> ${target}`)).toEqual([]);
  });
});
