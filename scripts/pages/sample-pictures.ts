import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { drawTopology } from "../../modules/drawing/draw-topology";
import { topology } from "../../modules/topology/network-topology";
import { writtenTerraform } from "../../modules/validation/emitted-terraform";
import { createStacks } from "../../stacks";

/** The sample systems by the names of their pictures, each with its stacks. */
const SYSTEMS = {
  "single-subnet": ["single-subnet"],
  "dedicated-endpoint-subnets": ["dedicated-endpoint-subnets"],
  "isolated-service": ["isolated-service"],
  "private-link": ["private-link-provider", "private-link-consumer"],
  "ecr-instance": ["ecr-instance"],
  "hub-and-spoke": ["hub-and-spoke"],
} as const;

/** The picture of each sample system, as `private-fargate draw` makes it, by the name of its file in `docs/images`. */
export function samplePictures(): ReadonlyMap<string, string> {
  return new Map(Object.entries(SYSTEMS).map(([name, stacks]) => [`${name}.svg`, pictureOf(stacks)]));
}

function pictureOf(stacks: readonly string[]): string {
  const outdir = mkdtempSync(join(tmpdir(), "private-fargate-picture-"));
  try {
    const app = new App({ outdir, context: { stacks } });
    createStacks(app);
    app.synth();
    return drawTopology(topology(writtenTerraform(app)));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
