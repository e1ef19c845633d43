import { join } from "node:path";
import { expect, test } from "vitest";
import { readRunContext } from "../../scripts/run-context";
import { configurationErrorOf } from "../support/configuration-error-of";
import { temporaryDirectory, writeFile } from "../support/temporary-directory";

const CONTEXT = { stacks: ["a", "b"], region: "us-east-1", a: { name: "shop", desiredCount: 0 } };

function read(args: readonly string[], json?: string) {
  const directory = temporaryDirectory();
  writeFile(directory, "cdktf.json", JSON.stringify({ context: CONTEXT }));
  return readRunContext(args, { CDKTF_CONTEXT_JSON: json }, join(directory, "cdktf.json"));
}

test("a run that says nothing has the context of the file, and its own arguments", () => {
  expect(read(["deploy", "a", "--auto-approve"])).toEqual({
    args: ["deploy", "a", "--auto-approve"],
    context: CONTEXT,
  });
  expect(readRunContext([], {}, join(temporaryDirectory(), "cdktf.json"))).toEqual({ args: [], context: {} });
});

test("the environment counts more than the file, and the arguments more than both", () => {
  const { context } = read(
    ["synth", "-c", "region=eu-west-1"],
    '{ "region": "eu-north-1", "state": { "bucket": "x" } }',
  );
  expect(context).toEqual({ ...CONTEXT, region: "eu-west-1", state: { bucket: "x" } });
});

test("a dot leads into the settings of a stack, of which the others stay", () => {
  const { args, context } = read(
    ["synth", "-c", "a.desiredCount=2", "--context=b.on=true", "--hcl"],
    '{ "a": { "tag": "1" } }',
  );
  expect(args).toEqual(["synth", "--hcl"]);
  expect(context).toMatchObject({ a: { name: "shop", desiredCount: 2, tag: "1" }, b: { on: true } });
});

test("a value may be JSON, a text, empty, or have = in it", () => {
  const { context } = read(["-c", 'stacks=["b"]', "-c", "a.command=x=1", "-c", "a.name=", "-c", 'a.tag="1.4"']);
  expect(context).toMatchObject({ stacks: ["b"], a: { command: "x=1", name: "", tag: "1.4" } });
});

test.each([["-c"], ["-c", "region"], ["--context="], ["-c", "=eu-west-1"]])("%s %s is no setting", (...args) => {
  expect(configurationErrorOf(() => read(args)).issues).toMatchObject([{ code: "context-malformed" }]);
});

test.each(["{", "[]", "1", "null", "region=eu-west-1"])("an environment with %s is refused, with the value", (json) => {
  const [issue] = configurationErrorOf(() => read([], json)).issues;
  expect(issue?.problem).toBe(`CDKTF_CONTEXT_JSON is ${JSON.stringify(json)}`);
});
