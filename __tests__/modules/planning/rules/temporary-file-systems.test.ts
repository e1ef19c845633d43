import { describe, expect, it } from "vitest";
import { issuesOf, taskWith } from "../../../support/planned";

const withTmpfs = (tmpfs: readonly { containerPath: string; size: number }[]) =>
  taskWith({ additionalFields: { linuxParameters: { tmpfs } } });

const NOTE = "note tmpfs-unverified containers.api.additionalFields.linuxParameters.tmpfs";
const notes = (task: Parameters<typeof issuesOf>[0], region?: string) =>
  issuesOf(task, region === undefined ? {} : { region }).filter((each) => each.includes("tmpfs-unverified"));

describe("a tmpfs", () => {
  const task = withTmpfs([{ containerPath: "/scratch", size: 64 }]);

  it("is uncertain in the Regions in China, and taken elsewhere", () => {
    expect(notes(task, "cn-north-1")).toEqual([NOTE]);
    expect(notes(task, "cn-northwest-1")).toEqual([NOTE]);
    for (const region of ["eu-west-1", "us-gov-west-1"]) {
      expect(notes(task, region)).toEqual([]);
    }
    expect(notes(task)).toEqual([]);
  });

  it("is none where the list is empty, or there are other parameters", () => {
    for (const each of [
      withTmpfs([]),
      taskWith({ additionalFields: { linuxParameters: { initProcessEnabled: true } } }),
      taskWith({ additionalFields: { linuxParameters: "${var.linux}" } }),
    ]) {
      expect(notes(each, "cn-north-1")).toEqual([]);
    }
  });
});
