import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryDirectory, writeFile } from "../../support/temporary-directory";
import { record } from "./recorded-terminal";

/** What a command says that it does. */
async function stepsOf(args: readonly string[], standardInput = ""): Promise<readonly string[]> {
  const steps: string[] = [];
  await record(args, standardInput, undefined, (step) => steps.push(step));
  return steps;
}

test("check says which file it reads, and then that it proves", async () => {
  const directory = temporaryDirectory();
  const file = join(directory, "main.tf.json");
  writeFile(directory, "main.tf.json", JSON.stringify({ resource: { aws_vpc: { a: {}, b: {} } } }));
  expect(await stepsOf(["check", directory])).toEqual([
    `reading ${file}`,
    "working out 1 configuration",
    "proving 2 resources",
  ]);
});

test("plan says what it reads and for how many task definitions it plans", async () => {
  const task = JSON.stringify({ family: "a", containerDefinitions: [{ name: "a", image: "nginx" }] });
  expect(await stepsOf(["plan", "-"], task)).toEqual(["reading standard input", "planning 1 task definition"]);
});

test("adopt says how much it matches", async () => {
  const plan = JSON.stringify({ format_version: "1.2", resource_changes: [], configuration: { root_module: {} } });
  expect(await stepsOf(["adopt", "-"], plan)).toEqual([
    "reading standard input",
    "matching 0 resources that would be created",
  ]);
});
