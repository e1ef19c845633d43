import { describe, expect, it } from "vitest";
import { PLATFORM_VERSIONS, platformVersionsOf, resolvePlatformVersion } from "../../../modules/aws/platform-version";

const WINDOWS = "WINDOWS_SERVER_2022_CORE";

describe("platformVersionsOf", () => {
  it("tells the versions of Linux from those of Windows", () => {
    expect(platformVersionsOf("LINUX")).toEqual(["LATEST", "1.4.0", "1.3.0"]);
    expect(platformVersionsOf(WINDOWS)).toEqual(["LATEST", "1.0.0"]);
  });

  it("takes Linux where no operating system is given", () => {
    expect(platformVersionsOf(undefined)).toEqual(platformVersionsOf("LINUX"));
  });

  it("leaves out no version", () => {
    expect(new Set([...platformVersionsOf("LINUX"), ...platformVersionsOf(WINDOWS)])).toEqual(
      new Set(PLATFORM_VERSIONS),
    );
  });
});

describe("resolvePlatformVersion", () => {
  it.each([
    [undefined, "LINUX", "1.4.0"],
    ["LATEST", "LINUX", "1.4.0"],
    ["1.4.0", undefined, "1.4.0"],
    ["1.3.0", "LINUX", "1.3.0"],
    [undefined, WINDOWS, "1.0.0"],
    ["LATEST", WINDOWS, "1.0.0"],
  ])("takes %s on %s for %s", (version, family, number) => {
    expect(resolvePlatformVersion(version, family)).toBe(number);
  });

  it("takes a version that is not known for the newest", () => {
    expect(resolvePlatformVersion("1.9.0")).toBe("1.4.0");
  });
});
