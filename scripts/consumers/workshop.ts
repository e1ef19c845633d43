import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { jsonAt } from "../emulator/json";
import { PROJECT_DIRECTORY } from "../emulator/project";
import type { Consumer } from "./consumer";
import type { Install } from "./install-order";

const run = promisify(execFile);
const LIBRARY = "cdktf-private-fargate";

/** How a command ended, and everything that it wrote. */
export interface Ended {
  readonly succeeded: boolean;
  readonly output: string;
}

/** A folder for projects that install the packed library: away from this project, whose packages Node would find in a folder above. */
export class Workshop {
  readonly #home: string;
  readonly #tarball: string;
  readonly #env: NodeJS.ProcessEnv;

  private constructor(home: string, tarball: string, env: NodeJS.ProcessEnv) {
    this.#home = home;
    this.#tarball = tarball;
    this.#env = env;
  }

  /**
   * Packs the library.
   *
   * @param nodeDirectory where the `node` is that runs the projects. @default - the first one on the PATH
   */
  static async open(nodeDirectory?: string): Promise<Workshop> {
    const home = mkdtempSync(join(tmpdir(), "consumers-"));
    const { stdout } = await run("npm", ["pack", "--json", "--pack-destination", home], { cwd: PROJECT_DIRECTORY });
    const filename = jsonAt(JSON.parse(stdout.slice(stdout.indexOf("[")))[0], "filename");
    if (typeof filename !== "string") throw new Error(`npm pack names no file: ${stdout}`);
    // cdktf-cli is installed once for all projects of a machine, as its manual says.
    const cli = join(PROJECT_DIRECTORY, "node_modules/.bin");
    const path = [cli, nodeDirectory, process.env["PATH"]].filter((it) => it !== undefined).join(delimiter);
    return new Workshop(home, join(home, filename), {
      ...process.env,
      CI: "true",
      CHECKPOINT_DISABLE: "1",
      PATH: path,
    });
  }

  /** Where a project is. */
  directory({ name }: Consumer): string {
    return join(this.#home, name);
  }

  /** Copies a project and installs what it needs, the library from the tarball. */
  install({ consumer, after }: Install): Promise<Ended> {
    const directory = this.directory(consumer);
    cpSync(consumer.directory, directory, { recursive: true });
    // The version that the project names is this one, which no registry has yet.
    const manifest = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
    manifest.dependencies[LIBRARY] = `file:${this.#tarball}`;
    writeFileSync(join(directory, "package.json"), JSON.stringify(manifest));
    const installed = after === undefined ? undefined : join(this.directory(after), "node_modules");
    if (installed !== undefined && existsSync(installed)) renameSync(installed, join(directory, "node_modules"));
    return this.run(consumer, "npm", "install", "--prefer-offline", "--no-audit", "--no-fund");
  }

  /** Runs a command in a project. */
  run(consumer: Consumer, command: string, ...args: readonly string[]): Promise<Ended> {
    return ended(run(command, args, this.#options(consumer)));
  }

  /** Runs the command of a project's app, as cdktf-cli does. */
  runApp(consumer: Consumer): Promise<Ended> {
    return ended(run(consumer.app, { ...this.#options(consumer), shell: true }));
  }

  #options(consumer: Consumer) {
    return { cwd: this.directory(consumer), env: this.#env, maxBuffer: 2 ** 26 };
  }

  close(): void {
    rmSync(this.#home, { recursive: true, force: true });
  }
}

async function ended(process: Promise<{ readonly stdout: string; readonly stderr: string }>): Promise<Ended> {
  try {
    const { stdout, stderr } = await process;
    return { succeeded: true, output: `${stdout}\n${stderr}` };
  } catch (failure) {
    return { succeeded: false, output: `${failure}\n${jsonAt(failure, "stdout")}` };
  }
}
