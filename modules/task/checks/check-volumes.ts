import { type Issue, issue } from "../../issues/issue";
import { nearest } from "../../text/nearest";
import { isUnresolved } from "../../values/unresolved";
import type { UncheckedFargateTask } from "../fargate-task";
import { type EfsVolume, VOLUME_KINDS } from "../volumes/volume";

/** Everything that is wrong with the volumes of a task and with what its containers mount. */
export function* checkVolumes({ volumes = {}, containers, verbatim }: UncheckedFargateTask): Generator<Issue> {
  for (const [name, volume] of Object.entries(volumes)) {
    const path = `volumes.${name}`;
    yield* checkName(name, path);
    if (volume.kind === "efs") yield* checkEfs(volume, path, verbatim !== undefined);
    else if (volume.kind === "unsupported") yield* reportUnsupported(name, volume.field, path);
    else if (!VOLUME_KINDS.some((kind) => kind === volume.kind)) yield* reportUnknown(volume, path);
  }
  for (const [name, { mountPoints = [] }] of Object.entries(containers)) {
    for (const [index, { sourceVolume }] of mountPoints.entries()) {
      if (isUnresolved(sourceVolume) || Object.hasOwn(volumes, sourceVolume)) continue;
      const names = Object.keys(volumes);
      const meant = nearest(sourceVolume, names);
      yield issue("mount-point-volume-unknown", {
        path: `containers.${name}.mountPoints[${index}]`,
        problem: `the task has no volume "${sourceVolume}"`,
        fix: meant === undefined ? `add it: volumes: { "${sourceVolume}": Volume.bind() }` : `write "${meant}"`,
      });
    }
  }
}

function* checkName(name: string, path: string): Generator<Issue> {
  if (isUnresolved(name) || /^[A-Za-z0-9_-]{1,255}$/.test(name)) return;
  yield issue("volume-name-invalid", {
    path,
    problem: `"${name}" is not the name of a volume`,
    fix: `name it "${name.replace(/[^A-Za-z0-9_-]+/g, "-").slice(0, 255) || "data"}"`,
  });
}

/** Source: Amazon ECS Developer Guide, "Use Amazon EFS volumes". */
function* checkEfs(volume: EfsVolume, path: string, verbatim: boolean): Generator<Issue> {
  const { accessPointId, iam, rootDirectory, transitEncryption = verbatim ? "DISABLED" : "ENABLED" } = volume;
  if (transitEncryption === "DISABLED" && (accessPointId !== undefined || iam === "ENABLED")) {
    yield issue("efs-transit-encryption-missing", {
      path,
      problem: `the volume has ${accessPointId === undefined ? "IAM authorization" : "an access point"}, but no transit encryption`,
      fix: 'write transitEncryption: "ENABLED"',
    });
  }
  if (accessPointId === undefined || rootDirectory === undefined || rootDirectory === "/") return;
  if (isUnresolved(rootDirectory)) return;
  yield issue("efs-root-directory-ignored", {
    path,
    problem: `the volume has an access point and the root directory "${rootDirectory}"`,
    fix: "leave rootDirectory out",
  });
}

function* reportUnsupported(name: string, field: string, path: string): Generator<Issue> {
  const fsx = field === "fsxWindowsFileServerVolumeConfiguration";
  yield issue("volume-unsupported", {
    path,
    problem: `the volume "${name}" has ${field}`,
    why: fsx ? "Fargate has no volumes of FSx for Windows File Server" : "Fargate does not support the field",
    fix: "use Volume.efs(fileSystem), Volume.ebs() or Volume.bind()",
  });
}

function* reportUnknown(volume: unknown, path: string): Generator<Issue> {
  yield issue("volume-kind-unknown", {
    path,
    problem: `${JSON.stringify(volume)} is not a volume`,
    fix: "write Volume.efs(fileSystem), Volume.ebs() or Volume.bind()",
  });
}
