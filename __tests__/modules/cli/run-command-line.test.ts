import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { record } from "./recorded-terminal";

const project = resolve(__dirname, "../../..");

describe("private-fargate", () => {
  it("shows its help where nothing is asked, as an error", async () => {
    const { exitCode, answer, error } = await record([]);
    expect({ exitCode, answer }).toEqual({ exitCode: 2, answer: "" });
    expect(error).toMatch(/^usage: private-fargate COMMAND\n/);
    expect(error).toContain("  plan FILE           show which VPC endpoints a task definition needs, and why\n");
    expect(error).toContain("  check PATH…         prove that Fargate tasks reach the AWS services they call\n");
  });

  it.each(["--help", "-h"])("answers %s", async (option) => {
    const { exitCode, answer, error } = await record([option]);
    expect({ exitCode, error }).toEqual({ exitCode: 0, error: "" });
    expect(answer).toMatch(/^usage: private-fargate COMMAND\n/);
  });

  it("tells its version", async () => {
    const { version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
    expect(await record(["--version"])).toEqual({ exitCode: 0, answer: `${version}\n`, error: "" });
  });

  it("shows every option of a command in its help, also beside arguments that are wrong", async () => {
    for (const args of [
      ["plan", "--help"],
      ["plan", "a.json", "b.json", "-h"],
    ]) {
      const { exitCode, answer } = await record(args);
      expect(exitCode).toBe(0);
      expect(answer).toMatch(/^usage: private-fargate plan FILE \[options\]\n/);
      for (const option of [
        "--platform-version VERSION",
        "--execute-command",
        "--region REGION",
        "--format FORMAT",
        "--help",
      ]) {
        expect(answer).toContain(`\n  ${option} `);
      }
    }
  });

  it("tells in the help of check what it reads and what the exit status means", async () => {
    const { exitCode, answer } = await record(["check", "--help"]);
    expect(exitCode).toBe(0);
    expect(answer).toMatch(/^usage: private-fargate check PATH… \[options\]\n/);
    expect(answer).toContain(
      "\n  --format FORMAT    text, json, markdown, github, sarif, junit, html; by default text\n",
    );
    for (const word of ["cdk.tf.json", "cdktf.out", "terraform show -json PLAN", "With - it"]) {
      expect(answer).toContain(word);
    }
    const [, status = ""] = answer.split("exit status: ");
    for (const meaning of ["0 where", "1 where", "2 where", "3 where"]) expect(status).toContain(meaning);
  });

  it.each([
    [["plna", "task.json"], 'there is no command "plna"; did you mean plan?'],
    [["chekc", "cdktf.out"], 'there is no command "chekc"; did you mean check?'],
    [
      ["check", "-", "--format", "jsno"],
      '--format cannot be "jsno"; did you mean "json"? There are text, json, markdown, github, sarif, junit, html',
    ],
    [["deploy"], 'there is no command "deploy"; there is plan, check, cost, draw, snapshot, adopt, diagnose'],
    [["--hepl"], "there is no option --hepl; did you mean --help?"],
    [["plan", "task.json", "--regoin", "x"], "there is no option --regoin; did you mean --region?"],
    [["plan"], "there is no file; write private-fargate plan FILE, or - in place of FILE for standard input"],
    [
      ["plan", "a", "b"],
      "there is more than one file; write private-fargate plan FILE, or - in place of FILE for standard input",
    ],
    [
      ["plan", "-", "--platform-version", "1.4"],
      '--platform-version cannot be "1.4"; did you mean "1.4.0"? There are LATEST, 1.4.0, 1.3.0, 1.0.0',
    ],
    [
      ["plan", "-", "--region", "eu-wset-1"],
      '--region cannot be "eu-wset-1", which is not a Region; did you mean "eu-west-1"?',
    ],
    [["plan", "no-such-file.json"], "cannot read no-such-file.json: there is no such file"],
    [["plan", "."], "cannot read .: it is a directory"],
  ])("refuses %j", async (args, message) => {
    expect(await record(args)).toEqual({ exitCode: 2, answer: "", error: `private-fargate: ${message}\n` });
  });
});
