/**
 * Measures the project against baselines, all in one run, and prints medians. It judges nothing: the exit code is 0.
 *
 * Usage: npm run bench [-- --quick]
 */
import { rmSync } from "node:fs";
import { benchAppCommand } from "./app-command";
import { benchCommand } from "./command";
import { benchDrawing } from "./drawing";
import { benchGrowth } from "./growth";
import { benchLibraryLoad } from "./library-load";
import { benchPackageSize } from "./package-size";
import { benchPlanning } from "./planning";
import { benchProof } from "./proof";
import { benchTemplateHabit } from "./template-habit";
import { makeWorkspace } from "./workspace";

const quick = process.argv.includes("--quick");
const workspace = makeWorkspace(quick ? 3 : 11);

const counts = quick ? [1, 10, 100] : [1, 10, 100, 1000];

const sections = [
  () => benchAppCommand(workspace),
  () => benchProof(workspace, counts),
  () => benchPlanning(workspace),
  () => benchDrawing(workspace),
  () => benchLibraryLoad(workspace),
  () => benchCommand(workspace),
  () => benchPackageSize(workspace),
  () => benchGrowth(workspace, counts),
  () => benchTemplateHabit(workspace),
];

console.log(`Node ${process.version}, medians of ${workspace.repetitions} runs by turns`);
for (const section of sections) {
  try {
    console.log(`\n${section()}`);
  } catch (error) {
    console.log(`\nnot measured: ${error instanceof Error ? error.message : error}`);
  }
}
rmSync(workspace.directory, { recursive: true, force: true });
