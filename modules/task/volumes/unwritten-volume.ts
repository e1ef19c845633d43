import { type Issue, issue } from "../../issues/issue";
import type { VolumeContext } from "./volume-kind";

/**
 * The issue for a volume that ECS registers and a service would lose. Where nothing is filled in nobody builds from the task,
 * and there is none.
 *
 * @param field the volume's settings, in ECS's spelling
 */
export function* unwrittenVolume(field: string, { name, path, verbatim }: VolumeContext): Generator<Issue> {
  if (verbatim) return;
  yield issue("volume-unwritten", {
    path,
    problem: `the volume "${name}" has ${field}, which the service cannot give to its task definition`,
    fix: "use Volume.efs(fileSystem), Volume.ebs() or Volume.bind() in the service",
  });
}
