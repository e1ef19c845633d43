import { execFile } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proveReachability } from "../../modules/reachability/prove-reachability";
import { exportedNames } from "../../scripts/pages/api/exported-names";
import { commandsIn, fragmentsIn, isForCdkTerrain, type Program, programsIn } from "../support/code-blocks";

const run = promisify(execFile);
const project = resolve(__dirname, "../..");
const pages = [
  ...readdirSync(project).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(project, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];
const read = (page: string) => readFileSync(join(project, page), "utf8");
const allPrograms = pages.flatMap((page) => programsIn(page, read(page)));
const programs = allPrograms.filter((each) => !isForCdkTerrain(each));
const fragments = pages.flatMap((page) => fragmentsIn(page, read(page)));
const isTest = ({ code }: Program) => code.includes('from "vitest"');

const isOfReference = ({ where }: Program) => where.startsWith(join("docs", "api"));

/** Runs the programs in the folders of a folder, each in its own, in one process, and prints what each has printed. */
const RUN_EACH = `
const printed = {};
for (const folder of require("fs").readdirSync(process.argv[1])) {
  const home = require("path").join(process.argv[1], folder);
  process.chdir(home);
  printed[folder] = "";
  console.log = (line) => { printed[folder] += line + "\\n"; };
  require(home + "/main.js");
}
process.stdout.write(JSON.stringify(printed));`;

/** What the proof says of the stacks that a program has synthesized. */
function proofOf(home: string) {
  const stacks = join(home, "cdktf.out/stacks");
  const configurations = readdirSync(stacks).map((name) => readFileSync(join(stacks, name, "cdk.tf.json"), "utf8"));
  return proveReachability(configurations.map((text) => JSON.parse(text)));
}

/** The page of whole programs, and how many lines each has at most. */
const [WHOLE_PROGRAMS, MOST_LINES] = [join("docs", "programs.md"), 40];

/** The entries of the package, the longer name first: bundlers take the first that fits. */
const entries = {
  "cdktf-private-fargate/planning": join(project, "modules/entries/planning.ts"),
  "cdktf-private-fargate/topology": join(project, "modules/entries/topology.ts"),
  "cdktf-private-fargate/reachability": join(project, "modules/entries/reachability.ts"),
  "cdktf-private-fargate/testing": join(project, "modules/testing/index.ts"),
  "cdktf-private-fargate": join(project, "modules/index.ts"),
};

/** A part of a program in one that has what the pages call by these names, and what the library exports. */
function inItsProgram(code: string): string {
  const names = [...new Set(code.match(/\b\w+\b/g))];
  const isExported = new Set(exportedNames("modules/index.ts").map(({ name }) => name));
  const imported = names.filter((name) => isExported.has(name));
  return `
import { readFileSync } from "node:fs";
import { ${imported.join(", ")} } from "cdktf-private-fargate";
import { terraformOf } from "cdktf-private-fargate/testing";
import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import type { EfsAccessPoint } from "@cdktf/provider-aws/lib/efs-access-point";
import type { EfsFileSystem } from "@cdktf/provider-aws/lib/efs-file-system";
import type { KinesisFirehoseDeliveryStream } from "@cdktf/provider-aws/lib/kinesis-firehose-delivery-stream";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import type { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import type { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { expect } from "vitest";
import type { ApplicationLoadBalancer as Balancer, FargateService as Service, FargateTask as Task } from "cdktf-private-fargate";
import type { ContainerImage as AnyImage, PrivateNetwork as AnyNetwork, VpcEndpoints as Endpoints } from "cdktf-private-fargate";
declare const [stack, network, endpoints, task]: [TerraformStack, AnyNetwork, Endpoints, Task];
declare const balancer: Balancer;
declare const [prices, orders]: [Service, Service];
declare const [image, registry, logGroup, stream]: [AnyImage, string, CloudwatchLogGroup, KinesisFirehoseDeliveryStream];
declare const [repository, fileSystem, accessPoint]: [EcrRepository, EfsFileSystem, EfsAccessPoint];
declare const [queue, bucket, guardrail, key]: [SqsQueue, S3Bucket, { readonly arn: string }, { readonly arn: string }];
export class Program extends Construct {
  part() {
${code.startsWith("{") ? `void (${code});` : code}
  }
}
`;
}

describe("the programs in the pages", () => {
  let directory: string;

  beforeAll(() => {
    const cache = join(project, "node_modules/.cache");
    mkdirSync(cache, { recursive: true });
    directory = mkdtempSync(join(cache, "docs-programs-"));
  });

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it("are there", () => {
    expect(programs.map(({ where }) => where.split(":")[0])).toContain("README.md");
  });

  it("compile against the library", { timeout: 120_000 }, async () => {
    const files = programs.map(({ code }, index) => {
      writeFileSync(join(directory, `program-${index}.ts`), code);
      return `program-${index}.ts`;
    });
    fragments.forEach(({ code }, index) => {
      writeFileSync(join(directory, `fragment-${index}.ts`), inItsProgram(code));
      files.push(`fragment-${index}.ts`);
    });
    const config = {
      extends: join(project, "tsconfig.json"),
      compilerOptions: {
        noUnusedLocals: false,
        paths: Object.fromEntries(Object.entries(entries).map(([name, file]) => [name, [file]])),
      },
      files,
      include: [],
    };
    writeFileSync(join(directory, "tsconfig.json"), JSON.stringify(config));
    const tsc = join(project, "node_modules/typescript/bin/tsc");
    const { stdout } = await run(process.execPath, [tsc, "-p", directory]).catch((failure) => failure);
    expect(stdout).toBe("");
  });

  it.each(programs.filter(isTest))("$where is a test that passes", { timeout: 60_000 }, async ({ code }) => {
    const home = mkdtempSync(join(directory, "test-"));
    writeFileSync(join(home, "program.test.ts"), code);
    writeFileSync(
      join(home, "vitest.config.mjs"),
      `export default ${JSON.stringify({ resolve: { alias: entries } })};`,
    );
    const vitest = join(project, "node_modules/vitest/vitest.mjs");
    const { stdout } = await run(process.execPath, [vitest, "run", "--reporter=json"], { cwd: home }).catch(
      (failure) => failure,
    );
    expect(JSON.parse(stdout)).toMatchObject({ success: true, numPassedTests: expect.toSatisfy((count) => count > 0) });
  });

  it("run in the pages of the reference, and print what these show", { timeout: 60_000 }, async () => {
    const runnable = programs.filter((each) => isOfReference(each) && !isTest(each));
    expect(runnable.length).toBeGreaterThan(15);
    const home = mkdtempSync(join(directory, "reference-"));
    await build({
      entryPoints: runnable.map(({ where }) =>
        join(directory, `program-${programs.findIndex((each) => each.where === where)}.ts`),
      ),
      entryNames: "[name]/main",
      bundle: true,
      platform: "node",
      alias: entries,
      external: ["cdktf", "constructs", "@cdktf/*"],
      outdir: home,
      logLevel: "silent",
    });
    for (const folder of readdirSync(home))
      copyFileSync(join(project, "docs/samples/isolated.tf.json"), join(home, folder, "isolated.tf.json"));
    const { stdout, stderr } = await run(process.execPath, ["-e", RUN_EACH, home]);
    expect(stderr).toBe("");
    const printed: Record<string, string> = JSON.parse(stdout);
    for (const program of runnable) {
      const folder = `program-${programs.indexOf(program)}`;
      expect(printed[folder], program.where).toBe(program.output === undefined ? "" : `${program.output}\n`);
      const isSynthesized = existsSync(join(home, folder, "cdktf.out/manifest.json"));
      expect(isSynthesized, program.where).toBe(program.output === undefined);
    }
  });

  it.each(programs.filter((each) => !isOfReference(each) && !isTest(each)))(
    "$where runs and prints what the page shows",
    { timeout: 60_000 },
    async ({ where, code, output }) => {
      const home = mkdtempSync(join(directory, "run-"));
      for (const sample of ["network.json", "isolated.tf.json"]) {
        copyFileSync(join(project, "docs/samples", sample), join(home, sample));
      }
      const file = join(home, "program.js");
      await build({
        stdin: { contents: code, resolveDir: directory, loader: "ts" },
        bundle: true,
        platform: "node",
        alias: entries,
        external: ["cdktf", "constructs", "@cdktf/*"],
        outfile: file,
        logLevel: "silent",
      });
      const { stdout, stderr } = await run(process.execPath, [file], { cwd: home }).catch((failure) => failure);
      if (output !== undefined && /^\w*Error: /.test(output)) {
        expect(stderr).toContain(output);
        return;
      }
      expect(stderr).toBe("");
      if (output !== undefined) {
        expect(stdout.trimEnd()).toBe(output);
        return;
      }
      const { verdict } = proofOf(home);
      expect(verdict).not.toBe("broken");
      if (!where.startsWith(WHOLE_PROGRAMS)) return;
      expect(verdict).toBe("proved");
      expect(code.split("\n").length).toBeLessThanOrEqual(MOST_LINES);
    },
  );
});

it("the program for CDK Terrain is the one of its example", () => {
  const [shown, ...others] = allPrograms.filter(isForCdkTerrain);
  expect(shown?.code).toBe(read("examples/cdktn/orders-stack.ts").trimEnd());
  expect(others).toEqual([]);
});

describe("the commands in the pages", () => {
  const commands = [...new Set(pages.flatMap((page) => commandsIn(read(page))))];
  const scripts: unknown = JSON.parse(read("package.json")).scripts;

  it.each(commands)("%s names only scripts that exist", (command) => {
    const named = Array.from(command.matchAll(/\bnpm (?:run )?([a-z:]+)/g), ([, name]) => name).filter(
      (name) => name !== "ci",
    );
    for (const name of named.filter((known) => known !== "install")) expect(scripts).toHaveProperty([String(name)]);
  });
});
