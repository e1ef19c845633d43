import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderLister, folderReader } from "../../../modules/cli/folder-reader";
import { temporaryDirectory, writeFile } from "../../support/temporary-directory";

describe("the files that expressions read", () => {
  it("are those in the folder, by a path from there or from the root", () => {
    const folder = temporaryDirectory();
    const file = writeFile(folder, "templates/task.json", "[]");
    const read = folderReader(folder);
    expect(read("./templates/task.json")).toEqual({ text: "[]" });
    expect(read("modules/../templates/task.json")).toEqual({ text: "[]" });
    expect(read(file)).toEqual({ text: "[]" });
  });

  it("are not those outside of it, whatever way leads there", () => {
    const home = temporaryDirectory();
    const secret = writeFile(home, "secret", "x");
    writeFile(home, "app-2/secret", "x");
    writeFile(home, "app/..data", "inside");
    const folder = join(home, "app");
    symlinkSync(secret, join(folder, "link"));
    const read = folderReader(folder);
    for (const path of ["../secret", secret, "link", "../app-2/secret", "a/../../secret"]) {
      expect(read(path)).toMatchObject({ because: expect.any(String) });
    }
    expect(read("link")).toEqual({ because: `link is not in ${folder}, and so it is not read` });
    expect(read("..data")).toEqual({ text: "inside" });
  });

  it("are those in the folder of the module as well, where that is elsewhere", () => {
    const home = temporaryDirectory();
    writeFile(home, "modules/ecs/task.json", "[]");
    writeFile(home, "modules/other/task.json", "[]");
    writeFile(home, "live/main.tf", "");
    const read = folderReader(join(home, "live"), "../modules/ecs");
    expect(read("../modules/ecs/task.json")).toEqual({ text: "[]" });
    expect(read("main.tf")).toEqual({ text: "" });
    expect(read("../modules/ecs/none")).toMatchObject({ isMissing: true });
    expect(read("../modules/other/task.json")).toMatchObject({ because: expect.stringContaining("is not in") });
    expect(read("../modules/ecs/../other/task.json")).toMatchObject({ because: expect.any(String) });
  });

  it("are neither folders, nor missing, nor beyond measure", () => {
    const folder = temporaryDirectory();
    writeFile(folder, "large", "x".repeat(1024 * 1024 + 1));
    const read = folderReader(folder);
    expect(read("large")).toEqual({ because: "large is larger than 1 MiB, and so it is not read" });
    expect(read(".")).toEqual({ because: ". is no file" });
    expect(read("none")).toEqual({ because: `there is no file none in ${folder} that can be read`, isMissing: true });
    expect(read("../none")).toEqual({ because: `there is no file ../none in ${folder} that can be read` });
  });
});

describe("the files that expressions list", () => {
  it("are those below a folder, and none outside", () => {
    const home = temporaryDirectory();
    writeFile(home, "app/policies/a.json", "{}");
    writeFile(home, "app/policies/more/b.json", "{}");
    writeFile(home, "other/c.json", "{}");
    const list = folderLister(join(home, "app"));
    expect([...(list("./policies") ?? [])].sort()).toEqual(["a.json", "more/b.json"]);
    expect(list("../other")).toBeUndefined();
    expect(folderLister(join(home, "app"), "../other")("../other")).toEqual(["c.json"]);
    expect(list("none")).toBeUndefined();
    symlinkSync(join(home, "other"), join(home, "app/policies/link"));
    expect(list("policies")).toBeUndefined();
  });
});
