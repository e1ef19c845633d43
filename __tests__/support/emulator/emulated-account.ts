import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { App, LocalBackend, TerraformBackend, TerraformStack } from "cdktf";
import { type AwsClients, awsClients } from "../../../scripts/emulator/aws-clients";
import { cliConfigFile } from "../../../scripts/emulator/cli-config-file";
import { emulatedEnvironment } from "../../../scripts/emulator/environment";
import { tieToThisProcess } from "../../../scripts/emulator/lifeline";
import { endpointOf, type MotoServer, startMotoServer, stopMotoServer } from "../../../scripts/emulator/moto-server";
import { readSynthesizedApp } from "../../../scripts/emulator/synthesized-app";
import type { EmulatorTools } from "../../../scripts/emulator/tools";
import { TerraformDeployment } from "./terraform-deployment";

/** Makes the stacks of an app. */
export type AppBuilder = (app: App) => unknown;

/**
 * An emulated AWS account of its own, for one test file: a moto server on a free port and a directory for what is
 * deployed into it. It ends with {@link stop}, at the latest with the process.
 *
 * @example
 * ```ts
 * describeE2e("single-subnet", (tools) => {
 *   let account: EmulatedAccount;
 *   beforeAll(async () => { account = await EmulatedAccount.start(tools); });
 *   afterAll(() => account?.stop());
 *
 *   test("deploys", async () => {
 *     const stack = await account.deploy((app) => new SingleSubnetStack(app, "single-subnet"));
 *     expect((await stack.plan()).differences).toEqual([]);
 *     await stack.destroy();
 *   });
 * });
 * ```
 */
export class EmulatedAccount {
  /** Address of the account's endpoint, for example `"http://127.0.0.1:40123"`. */
  readonly endpoint: string;
  readonly #tools: EmulatorTools;
  readonly #server: MotoServer;
  readonly #directory: string;
  readonly #untie: () => void;
  readonly #clients = new Map<string, AwsClients>();

  private constructor(tools: EmulatorTools, server: MotoServer, directory: string) {
    this.endpoint = endpointOf(server);
    this.#tools = tools;
    this.#server = server;
    this.#directory = directory;
    this.#untie = tieToThisProcess(server.pid);
  }

  /** Starts an empty account. */
  static async start(tools: EmulatorTools): Promise<EmulatedAccount> {
    const directory = mkdtempSync(join(tmpdir(), "emulated-account-"));
    try {
      const server = await startMotoServer(tools.motoServer, join(directory, "moto.log"));
      return new EmulatedAccount(tools, server, directory);
    } catch (error) {
      rmSync(directory, { recursive: true, force: true });
      throw error;
    }
  }

  /** AWS SDK clients for a Region of the account. */
  clients(region: string): AwsClients {
    const clients = this.#clients.get(region) ?? awsClients(this.endpoint, region);
    this.#clients.set(region, clients);
    return clients;
  }

  /**
   * Synthesizes an app of one stack and deploys it, with fresh state: init, apply.
   *
   * @throws Error where the app has not exactly one stack
   */
  async deploy(build: AppBuilder, context: Readonly<Record<string, unknown>> = {}): Promise<TerraformDeployment> {
    const [deployment, ...more] = this.synthesize(build, context);
    if (deployment === undefined || more.length > 0) {
      throw new Error(
        `deploy takes an app of one stack, this one has ${more.length + (deployment ? 1 : 0)}: use deployAll`,
      );
    }
    await deployment.deploy();
    return deployment;
  }

  /** Synthesizes an app and deploys its stacks one after the other, each after those it depends on. */
  async deployAll(build: AppBuilder, context: Readonly<Record<string, unknown>> = {}): Promise<TerraformDeployment[]> {
    const deployments = this.synthesize(build, context);
    for (const deployment of deployments) await deployment.deploy();
    return deployments;
  }

  /**
   * Synthesizes an app, deploys nothing. For tests of a deployment that must fail, and of what an edit would change.
   *
   * @param stateOf a deployment of the app that stands, whose state it goes on with. @default - fresh state
   */
  synthesize(
    build: AppBuilder,
    context: Readonly<Record<string, unknown>> = {},
    stateOf?: TerraformDeployment,
  ): TerraformDeployment[] {
    const directory = mkdtempSync(join(this.#directory, "app-"));
    const app = new App({ outdir: join(directory, "cdktf.out"), context });
    build(app);
    const stateDirectory = stateOf === undefined ? join(directory, "state") : dirname(stateOf.statePath);
    mkdirSync(stateDirectory, { recursive: true });
    for (const stack of app.node.findAll().filter((it) => TerraformStack.isStack(it))) {
      const path = join(stateDirectory, `terraform.${stack.node.id}.tfstate`);
      // cdktf's default is the working directory, which is the project's own here.
      if (!stack.node.findAll().some((it) => TerraformBackend.isBackend(it))) new LocalBackend(stack, { path });
    }
    app.synth();
    return this.synthesized(app.outdir, stateDirectory);
  }

  /**
   * The stacks of an app that has been synthesized elsewhere, each after those it depends on. Deploys nothing.
   *
   * @param outputDirectory what the app has written, `cdktf.out`
   * @param stateDirectory where its stacks keep their state, `terraform.<stack>.tfstate`; references between stacks read it there
   */
  synthesized(outputDirectory: string, stateDirectory: string): TerraformDeployment[] {
    const env = this.#environment(mkdtempSync(join(this.#directory, "env-")));
    return readSynthesizedApp(outputDirectory).map(
      (stack) =>
        new TerraformDeployment({
          name: stack.name,
          directory: stack.directory,
          statePath: join(stateDirectory, `terraform.${stack.name}.tfstate`),
          terraform: this.#tools.terraform,
          env,
        }),
    );
  }

  /** A configuration of HCL, as those have it who do not use this library. Deploys nothing. */
  configuration(name: string, hcl: string): TerraformDeployment {
    const directory = mkdtempSync(join(this.#directory, "hcl-"));
    writeFileSync(join(directory, "main.tf"), hcl);
    return new TerraformDeployment({
      name,
      directory,
      statePath: join(directory, "terraform.tfstate"),
      terraform: this.#tools.terraform,
      env: this.#environment(directory),
    });
  }

  #environment(directory: string): NodeJS.ProcessEnv {
    return emulatedEnvironment(process.env, this.endpoint, cliConfigFile(this.#tools.provider, directory));
  }

  /** Makes the account empty again. State of earlier deployments is worthless afterwards. */
  async reset(): Promise<void> {
    const response = await fetch(`${this.endpoint}/moto-api/reset`, { method: "POST" });
    if (!response.ok) throw new Error(`moto did not reset the account: ${response.status} ${await response.text()}`);
  }

  /** Ends the account and removes everything deployed into it, state included. */
  async stop(): Promise<void> {
    for (const clients of this.#clients.values()) clients.close();
    this.#untie();
    await stopMotoServer(this.#server);
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
