import { expect, test } from "vitest";
import { issuesOfStackNames } from "../../scripts/requested-stacks";

const STACKS = ["single-subnet", "hub-and-spoke"];
const codesOf = (...args: readonly string[]) => issuesOfStackNames(args, STACKS).map(({ code }) => code);

test.each(["deploy", "diff", "destroy"])("%s without a name says the names", (command) => {
  const [issue] = issuesOfStackNames([command, "--auto-approve"], STACKS);
  expect(issue).toMatchObject({ code: "stack-unnamed", fix: `type npm run ${command} -- single-subnet` });
  expect(issue?.why).toContain("single-subnet, hub-and-spoke");
});

test("a mistyped name guesses the nearest", () => {
  expect(issuesOfStackNames(["deploy", "single-subnets"], STACKS)).toMatchObject([{ fix: 'type "single-subnet"' }]);
});

test("names, patterns and values of options are no fault", () => {
  expect(codesOf("deploy", "single-subnet", "hub-and-spoke", "--auto-approve")).toEqual([]);
  expect(codesOf("deploy", "*")).toEqual([]);
  expect(codesOf("deploy", "--parallelism", "2", "single-subnet")).toEqual([]);
});

test("neither is a single stack without a name, another command, another app, or a question for help", () => {
  expect(issuesOfStackNames(["deploy"], ["only"])).toEqual([]);
  expect(codesOf("synth")).toEqual([]);
  expect(codesOf("deploy", "--app", "other")).toEqual([]);
  expect(codesOf("deploy", "--help")).toEqual([]);
});
