import { join } from "node:path";
import { App, LocalBackend, S3Backend, TerraformStack } from "cdktf";
import { describe, expect, test } from "vitest";
import { findEscapes, readSynthesizedApp, regionsOf } from "../../../scripts/emulator/synthesized-app";
import { temporaryDirectory } from "../../support/temporary-directory";

/** What cdktf writes for an app, read back. */
function synthesize(build: (app: App, directory: string) => void) {
  const directory = temporaryDirectory();
  const app = new App({ outdir: join(directory, "cdktf.out") });
  build(app, directory);
  app.synth();
  return { directory, stacks: readSynthesizedApp(app.outdir) };
}

function stackWithState(app: App, name: string, directory: string): TerraformStack {
  const stack = new TerraformStack(app, name);
  new LocalBackend(stack, { path: join(directory, `terraform.${name}.tfstate`) });
  return stack;
}

describe("readSynthesizedApp", () => {
  test("gives each stack after those it depends on", () => {
    const { stacks } = synthesize((app, directory) => {
      const [a, b, c] = [..."abc"].map((name) => stackWithState(app, name, directory));
      if (a === undefined || b === undefined || c === undefined) return;
      a.addDependency(c);
      c.addDependency(b);
    });
    expect(stacks.map((stack) => stack.name)).toEqual(["b", "c", "a"]);
  });

  test("an output directory without a manifest was not synthesized", () => {
    expect(() => readSynthesizedApp(temporaryDirectory())).toThrow(/was not synthesized/);
  });
});

test("regionsOf takes the literal Regions of all providers, once each", () => {
  const stack = (name: string, aws: unknown) => ({
    name,
    directory: "/",
    dependencies: [],
    configuration: { provider: { aws } },
  });
  const stacks = [
    stack("a", [{ region: "us-east-1" }, { alias: "other", region: "eu-west-1" }]),
    stack("b", [{ region: "us-east-1" }, { region: "${var.region}" }, {}]),
    stack("c", undefined),
  ];
  expect(regionsOf(stacks)).toEqual(["eu-west-1", "us-east-1"]);
});

describe("findEscapes", () => {
  test("state in the directory stays there", () => {
    const { stacks, directory } = synthesize((app, it) => void stackWithState(app, "a", it));
    expect(findEscapes(stacks, directory)).toEqual([]);
  });

  test("state in a bucket, elsewhere, or in a directory whose name only begins alike, does not", () => {
    const { stacks, directory } = synthesize((app, it) => {
      new S3Backend(new TerraformStack(app, "bucket"), { bucket: "production", key: "a", region: "eu-west-1" });
      stackWithState(app, "alike", `${it}-too`);
      stackWithState(app, "beside", join(it, "../elsewhere"));
    });
    const escapes = findEscapes(stacks, directory);
    expect(escapes.map((it) => `${it.code} ${it.path}`).sort()).toEqual([
      "state-outside-local alike",
      "state-outside-local beside",
      "state-outside-local bucket",
    ]);
    expect(escapes.find((it) => it.path === "bucket")?.problem).toContain("production");
  });

  test("state in HCP Terraform does not", () => {
    const stack = { name: "a", directory: "/d", dependencies: [], configuration: { terraform: { cloud: {} } } };
    expect(findEscapes([stack], "/d").map((it) => it.code)).toEqual(["state-outside-local"]);
  });

  test("a provider that names a profile or endpoints does not listen to the environment", () => {
    const terraform = { backend: { local: { path: "/d/terraform.a.tfstate" } } };
    const provider = { aws: [{ region: "eu-west-1" }, { profile: "production", endpoints: [{ ec2: "https://x" }] }] };
    const stack = { name: "a", directory: "/d/out", dependencies: [], configuration: { terraform, provider } };
    expect(findEscapes([stack], "/d").map((it) => it.problem)).toEqual([
      'the stack\'s AWS provider sets "endpoints"',
      'the stack\'s AWS provider sets "profile"',
    ]);
  });
});
