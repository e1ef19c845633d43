import { describe, expect, it } from "vitest";
import { Volume } from "../../../../modules";
import { checkVolumes } from "../../../../modules/task/checks/check-volumes";
import type { MountPoint } from "../../../../modules/task/container";
import { taskWith } from "../../../support/planned";
import { onlyIssue } from "../../../support/reported";
import { STRING_TOKENS } from "../../../support/tokens";

const check = (volumes: Record<string, Volume>, mountPoints: MountPoint[] = [], verbatim = false) => [
  ...checkVolumes(taskWith({ mountPoints }, { volumes, ...(verbatim && { verbatim: {} }) })),
];
const mount = (sourceVolume: string): MountPoint => ({ sourceVolume, containerPath: "/data" });

describe("checkVolumes", () => {
  it("takes good volumes, mounted", () => {
    const volumes = {
      shared: Volume.efs("fs-1", { accessPointId: "fsap-1", iam: "ENABLED", rootDirectory: "/" }),
      plain: Volume.efs("fs-1", { transitEncryption: "DISABLED", rootDirectory: "/export" }),
      disk: Volume.ebs(),
      scratch: Volume.bind(),
    };
    expect(check(volumes, Object.keys(volumes).map(mount))).toEqual([]);
  });

  it.each([{ accessPointId: "fsap-1" }, { iam: "ENABLED" }] as const)("asks for encryption with %j", (options) => {
    const issue = onlyIssue(check({ data: Volume.efs("fs-1", { ...options, transitEncryption: "DISABLED" }) }));
    expect(issue).toMatchObject({ code: "efs-transit-encryption-missing", path: "volumes.data" });
  });

  it("takes encryption for granted, except where nothing is filled in", () => {
    const volumes = { data: Volume.efs("fs-1", { accessPointId: "fsap-1" }) };
    expect(check(volumes)).toEqual([]);
    expect(onlyIssue(check(volumes, [], true)).code).toBe("efs-transit-encryption-missing");
  });

  it("refuses a root directory beside an access point", () => {
    const volumes = { data: Volume.efs("fs-1", { accessPointId: "fsap-1", rootDirectory: "/export" }) };
    expect(onlyIssue(check(volumes))).toMatchObject({
      code: "efs-root-directory-ignored",
      problem: expect.stringContaining('"/export"'),
    });
  });

  it("R15: refuses a volume of FSx for Windows, and others that Fargate does not have", () => {
    const fsx = onlyIssue(check({ data: { kind: "unsupported", field: "fsxWindowsFileServerVolumeConfiguration" } }));
    expect(fsx).toMatchObject({ code: "volume-unsupported", path: "volumes.data" });
    expect(fsx.why).toContain("FSx for Windows");
    const host = onlyIssue(check({ data: { kind: "unsupported", field: "host.sourcePath" } }));
    expect(host.problem).toBe('the volume "data" has host.sourcePath');
  });

  it.each<[string, Volume]>([
    ["s3filesVolumeConfiguration", { kind: "s3-files", fileSystemArn: "arn:aws:s3files:eu-west-1:1:file-system/fs-1" }],
    ["newVolumeConfiguration", { kind: "other", field: "newVolumeConfiguration" }],
  ])("takes what ECS registers, but not into a service, which would lose it: %s", (field, volume) => {
    expect(check({ data: volume }, [], true)).toEqual([]);
    expect(onlyIssue(check({ data: volume }))).toMatchObject({
      code: "volume-unwritten",
      path: "volumes.data",
      problem: expect.stringContaining(`the volume "data" has ${field}`),
    });
  });

  it("refuses what is no volume, and a name that is none", () => {
    expect(onlyIssue(check(JSON.parse('{ "data": { "kind": "nfs" } }'))).code).toBe("volume-kind-unknown");
    expect(onlyIssue(check({ "my data": Volume.bind() }))).toMatchObject({
      code: "volume-name-invalid",
      fix: 'name it "my-data"',
    });
  });

  it("refuses to mount a volume that is not there, with the nearest", () => {
    expect(onlyIssue(check({ data: Volume.bind() }, [mount("data"), mount("date")]))).toMatchObject({
      code: "mount-point-volume-unknown",
      path: "containers.api.mountPoints[1]",
      fix: 'write "data"',
    });
    expect(onlyIssue(check({}, [mount("data")])).fix).toBe('add it: volumes: { "data": Volume.bind() }');
  });

  it.each(STRING_TOKENS)("takes %s as an id, a directory and a volume", (_name, token) => {
    const volumes = { data: Volume.efs(token, { accessPointId: token, rootDirectory: token }) };
    expect(check(volumes, [mount(token)])).toEqual([]);
  });
});
