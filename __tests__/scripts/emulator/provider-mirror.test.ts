import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { mirrorCandidates, searchMirrors } from "../../../scripts/emulator/provider-mirror";
import { temporaryDirectory, writeFile } from "../../support/temporary-directory";

const BUILD = { source: "registry.terraform.io/hashicorp/aws", version: "5.100.0", platform: "linux_arm64" };
const UNPACKED = `${BUILD.source}/5.100.0/linux_arm64/terraform-provider-aws_v5.100.0_x5`;
const PACKED = `${BUILD.source}/terraform-provider-aws_5.100.0_linux_arm64.zip`;

describe("searchMirrors", () => {
  test.each([
    ["unpacked", UNPACKED],
    ["packed", PACKED],
  ])("finds a build in %s layout", (_layout, file) => {
    const directory = temporaryDirectory();
    writeFile(directory, file);
    expect(searchMirrors([join(directory, "none"), directory], BUILD)).toEqual({
      directory,
      seen: [{ directory, builds: ["5.100.0 linux_arm64"] }],
    });
  });

  test("takes the first mirror that holds the build, not the first mirror", () => {
    const other = temporaryDirectory();
    const right = temporaryDirectory();
    writeFile(other, `${BUILD.source}/6.25.0/linux_arm64/terraform-provider-aws_v6.25.0_x5`);
    writeFile(right, UNPACKED);
    expect(searchMirrors([other, right], BUILD).directory).toBe(right);
  });

  test("says what the mirrors hold where none holds the build", () => {
    const otherPlatform = temporaryDirectory();
    const otherProvider = temporaryDirectory();
    const noMirror = temporaryDirectory();
    writeFile(otherPlatform, `${BUILD.source}/5.100.0/darwin_arm64/terraform-provider-aws_v5.100.0_x5`);
    writeFile(otherPlatform, `${BUILD.source}/terraform-provider-aws_5.99.0_linux_arm64.zip`);
    writeFile(
      otherProvider,
      "registry.terraform.io/hashicorp/random/3.7.2/linux_arm64/terraform-provider-random_v3.7.2",
    );
    writeFile(noMirror, "somethingelse.txt");
    expect(searchMirrors([otherPlatform, otherProvider, noMirror], BUILD)).toEqual({
      directory: undefined,
      seen: [
        { directory: otherPlatform, builds: ["5.100.0 darwin_arm64", "5.99.0 linux_arm64"] },
        { directory: otherProvider, builds: [] },
      ],
    });
  });
});

describe("mirrorCandidates", () => {
  test("a plugin cache of the user comes first, then the project, the home directory, the system", () => {
    const env = { HOME: "/home/someone", TF_PLUGIN_CACHE_DIR: "/cache" };
    const candidates = mirrorCandidates(env, "/project", "/project/cache");
    const order = [
      "/cache",
      "/project/terraform.d/plugins",
      "/home/someone/.terraform.d/plugins",
      "/home/someone/.local/share/terraform/plugins",
      "/usr/local/share/terraform/plugins",
      "/usr/share/terraform/plugins",
      "/project/cache",
    ];
    expect(candidates.filter((it) => order.includes(it))).toEqual(order);
    expect(new Set(candidates).size).toBe(candidates.length);
  });

  test("follows the XDG variables, and does without a home directory", () => {
    const env = { XDG_DATA_HOME: "/data", XDG_DATA_DIRS: "/a:/b" };
    expect(mirrorCandidates({ ...env, HOME: "/home/someone" }, "/project", "/cache")).toEqual(
      expect.arrayContaining(["/data/terraform/plugins", "/a/terraform/plugins", "/b/terraform/plugins"]),
    );
    expect(mirrorCandidates({}, "/project", "/cache").filter((it) => !it.startsWith("/"))).toEqual([]);
  });
});
