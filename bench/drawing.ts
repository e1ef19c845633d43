import { NETWORKS } from "../__tests__/modules/drawing/networks";
import { drawTopology } from "../modules/drawing/draw-topology";
import { median } from "./measure";
import type { Workspace } from "./workspace";

/** Drawing networks of every form, in this process. The first picture of each is drawn before and not counted. */
export function benchDrawing({ repetitions }: Workspace): string {
  const rows = Object.entries(NETWORKS).map(([name, topology]) => {
    drawTopology(topology);
    const times = Array.from({ length: repetitions }, () => {
      const started = process.hrtime.bigint();
      drawTopology(topology);
      return Number(process.hrtime.bigint() - started) / 1e6;
    });
    return `  ${name}: ${median(times).toFixed(0)} ms`;
  });
  return ["Drawing a network as SVG", ...rows].join("\n");
}
