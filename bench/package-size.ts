import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Workspace } from "./workspace";

/** How much of the tarball without it the second set of files, that for CDK Terrain, may add. */
const ALLOWED_SHARE = 0.6;

/** The packages that a program with constructs installs besides. */
const PEERS = ["cdktf", "constructs", "@cdktf/provider-aws"];

/** What is downloaded and what lies on the disk: the tarball, the package alone, and with its peers. */
export function benchPackageSize({ project, directory }: Workspace): string {
  const pack = ["pack", "--json", "--pack-destination", directory];
  const output = execFileSync("npm", pack, { cwd: project, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  const [packed] = JSON.parse(output.slice(output.indexOf("[")));
  execFileSync("tar", ["-xzf", join(directory, packed.filename), "-C", directory]);
  const without = join(directory, "without-cdktn.tgz");
  execFileSync("tar", ["-czf", without, "--exclude", "package/lib/cdktn", "package"], { cwd: directory });
  const before = statSync(without).size;
  const share = packed.size / before - 1;
  const peers = PEERS.reduce((sum, name) => sum + bytesIn(join(project, "node_modules", name)), 0);
  const judged = share < ALLOWED_SHARE ? "within" : "above";
  return [
    "The package",
    `  tarball                       ${kilobytes(packed.size)}`,
    `  of which for CDK Terrain      ${kilobytes(packed.size - before)}, ${(share * 100).toFixed(1)} % more (${judged} ${ALLOWED_SHARE * 100} %)`,
    `  installed, the command alone  ${kilobytes(bytesIn(join(directory, "package")))}`,
    `  installed, with cdktf         ${kilobytes(bytesIn(join(directory, "package")) + peers)}`,
  ].join("\n");
}

function bytesIn(directory: string): number {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000).toLocaleString("en")} kB`;
}
