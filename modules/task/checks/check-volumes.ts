import { type Issue, issue } from "../../issues/issue";
import { nearest } from "../../text/nearest";
import { isPending } from "../../values/pending";
import type { UncheckedFargateTask } from "../fargate-task";
import { volumeKind } from "../volumes/volume";
import type { CheckContext } from "./check-context";

/** Everything that is wrong with the volumes of a task and with what its containers mount. */
export function* checkVolumes(
  { volumes = {}, containers, verbatim }: UncheckedFargateTask,
  { incomplete }: CheckContext = {},
): Generator<Issue> {
  for (const [name, volume] of Object.entries(volumes)) {
    const path = `volumes.${name}`;
    yield* checkName(name, path);
    const kind = volumeKind(volume);
    yield* kind === undefined
      ? [unknownVolume(volume, path)]
      : kind.check(volume, { name, path, verbatim: verbatim !== undefined });
  }
  if (incomplete?.has("volumes") === true || Object.keys(volumes).some(isPending)) return;
  for (const [name, { mountPoints = [] }] of Object.entries(containers)) {
    for (const [index, { sourceVolume }] of mountPoints.entries()) {
      if (isPending(sourceVolume) || Object.hasOwn(volumes, sourceVolume)) continue;
      const names = Object.keys(volumes);
      const meant = nearest(sourceVolume, names);
      yield issue("mount-point-volume-unknown", {
        path: `containers.${name}.mountPoints[${index}]`,
        problem: `the task has no volume "${sourceVolume}"`,
        fix:
          meant === undefined
            ? {
                library: `add it: volumes: { "${sourceVolume}": Volume.bind() }`,
                ecs: `add it: "volumes": [{ "name": "${sourceVolume}" }]`,
              }
            : `write "${meant}"`,
      });
    }
  }
}

function* checkName(name: string, path: string): Generator<Issue> {
  if (isPending(name) || /^[A-Za-z0-9_-]{1,255}$/.test(name)) return;
  yield issue("volume-name-invalid", {
    path,
    problem: `"${name}" is not the name of a volume`,
    fix: `name it "${name.replace(/[^A-Za-z0-9_-]+/g, "-").slice(0, 255) || "data"}"`,
  });
}

function unknownVolume(volume: unknown, path: string): Issue {
  return issue("volume-kind-unknown", {
    path,
    problem: `${JSON.stringify(volume)} is not a volume`,
    fix: "write Volume.efs(fileSystem), Volume.ebs() or Volume.bind()",
  });
}
