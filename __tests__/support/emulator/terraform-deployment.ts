import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isJsonObject } from "../../../scripts/emulator/json";
import { captureProcess } from "../../../scripts/emulator/run-process";
import { parsePlan, type TerraformPlan } from "./terraform-plan";

/** A synthesized stack and what is needed to run Terraform on it. */
export interface TerraformDeploymentProps {
  /** Name of the stack. */
  readonly name: string;
  /** The directory with the stack's `cdk.tf.json`. */
  readonly directory: string;
  /** The file that receives the state. */
  readonly statePath: string;
  /** The Terraform binary. */
  readonly terraform: string;
  /** The environment that leads into the emulated account. */
  readonly env: NodeJS.ProcessEnv;
}

/** What an apply came to. */
export interface ApplyAttempt {
  /** `null` where it was killed. */
  readonly exitCode: number | null;
  readonly output: string;
}

/**
 * A stack that Terraform deploys into an emulated account, with a state of its own.
 *
 * Every method runs Terraform; where it fails, the error holds everything that it wrote.
 */
export class TerraformDeployment {
  /** Name of the stack. */
  readonly name: string;
  /** The directory with the stack's `cdk.tf.json`. */
  readonly directory: string;
  /** The file that has the stack's state. */
  readonly statePath: string;
  readonly #terraform: string;
  readonly #env: NodeJS.ProcessEnv;

  constructor(props: TerraformDeploymentProps) {
    this.name = props.name;
    this.directory = props.directory;
    this.statePath = props.statePath;
    this.#terraform = props.terraform;
    this.#env = { ...props.env, TF_IN_AUTOMATION: "1", NO_COLOR: "1" };
    // Whatever backend the stack has, these tests keep the state where they can throw it away.
    writeFileSync(
      join(this.directory, "backend_override.tf.json"),
      JSON.stringify({ terraform: { backend: { local: { path: props.statePath } } } }),
    );
  }

  /** Init, and an apply, which validates as well. */
  async deploy(): Promise<void> {
    await this.terraform("init", "-input=false");
    await this.apply();
  }

  async apply(): Promise<void> {
    await this.terraform("apply", "-input=false", "-auto-approve");
  }

  /**
   * An apply that may fail, and all that it wrote.
   *
   * @param seconds after its first creation at which its processes are killed, as with a runner that goes away.
   * @default - they are not
   */
  tryApply(seconds?: number): Promise<ApplyAttempt> {
    const child = spawn(this.#terraform, ["apply", "-input=false", "-auto-approve"], {
      cwd: this.directory,
      env: this.#env,
      // A group of its own, so that the provider is killed as well.
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const chunks: Buffer[] = [];
    let timer: NodeJS.Timeout | undefined;
    const kill = () => child.pid !== undefined && process.kill(-child.pid, "SIGKILL");
    const take = (chunk: Buffer) => {
      chunks.push(chunk);
      if (seconds !== undefined && chunk.includes(": Creating...")) timer ??= setTimeout(kill, seconds * 1000);
    };
    for (const stream of [child.stdout, child.stderr]) stream.on("data", take);
    return new Promise((resolve, reject) => {
      child.once("error", reject);
      child.once("close", (exitCode) => {
        clearTimeout(timer);
        resolve({ exitCode, output: Buffer.concat(chunks).toString("utf8") });
      });
    });
  }

  async destroy(): Promise<void> {
    await this.terraform("destroy", "-input=false", "-auto-approve");
  }

  /** What Terraform would change now. */
  async plan(): Promise<TerraformPlan> {
    await this.terraform("plan", "-input=false", "-out=e2e.tfplan");
    return parsePlan(await this.terraform("show", "-json", "e2e.tfplan"));
  }

  /** Addresses of everything in the state, sorted. Empty after {@link destroy}. */
  async addresses(): Promise<string[]> {
    const list = await this.terraform("state", "list");
    return list
      .split("\n")
      .filter((line) => line !== "")
      .sort();
  }

  /** Values of the outputs by name. */
  async outputs(): Promise<Record<string, unknown>> {
    const outputs: unknown = JSON.parse(await this.terraform("output", "-json"));
    if (!isJsonObject(outputs)) throw new Error("terraform output -json wrote no JSON object");
    return Object.fromEntries(
      Object.entries(outputs).map(([name, output]) => [name, isJsonObject(output) ? output["value"] : undefined]),
    );
  }

  /** Runs any Terraform command in the stack's directory and returns what it wrote to stdout. */
  async terraform(command: string, ...args: readonly string[]): Promise<string> {
    const { stdout } = await captureProcess(this.#terraform, [`-chdir=${this.directory}`, command, ...args], {
      cwd: this.directory,
      env: this.#env,
    });
    return stdout;
  }
}
