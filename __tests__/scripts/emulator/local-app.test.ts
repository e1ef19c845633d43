import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readJsonFile } from "../../../scripts/emulator/json";
import { commandFromElsewhere, writeLocalApp } from "../../../scripts/emulator/local-app";
import { readRunContext } from "../../../scripts/run-context";
import { temporaryDirectory, writeFile } from "../../support/temporary-directory";

describe("commandFromElsewhere", () => {
  test("makes the files of the project absolute and leaves everything else", () => {
    const project = temporaryDirectory();
    writeFile(project, "main.ts");
    writeFile(project, "node_modules/tsx/dist/cli.mjs");
    writeFile(project, "modules/index.ts");
    expect(commandFromElsewhere("npx tsx main.ts", project)).toBe(`npx tsx ${project}/main.ts`);
    expect(commandFromElsewhere("node --enable-source-maps ./node_modules/tsx/dist/cli.mjs main.ts", project)).toBe(
      `node --enable-source-maps ${project}/node_modules/tsx/dist/cli.mjs ${project}/main.ts`,
    );
    expect(commandFromElsewhere("node modules", project)).toBe("node modules");
    expect(commandFromElsewhere("node /main.ts other.ts", project)).toBe("node /main.ts other.ts");
  });

  test("quotes a path that the shell would take apart", () => {
    const project = join(temporaryDirectory(), "it's mine");
    writeFile(project, "main.ts");
    expect(commandFromElsewhere("tsx main.ts", project)).toBe(`tsx '${project.replace("'", "'\\''")}/main.ts'`);
  });
});

test("the local app has the context of the run without its remote state, and writes beside itself", () => {
  const project = temporaryDirectory();
  writeFile(project, "main.ts");
  const context = { region: "eu-west-1", stacks: ["a"], state: { bucket: "production" } };
  const config = { language: "typescript", app: "tsx main.ts", projectId: "x", output: "../elsewhere", context };
  writeFile(project, "cdktf.json", JSON.stringify(config));
  const argv = ["a", "-c", "a.desiredCount=2", "--context=state.region=eu-west-1"];
  const env = { CDKTF_CONTEXT_JSON: '{ "region": "eu-north-1" }' };
  const run = readRunContext(argv, env, join(project, "cdktf.json"));
  expect(run.args).toEqual(["a"]);
  writeLocalApp(project, join(project, ".local"), run.context);
  expect(readJsonFile(join(project, ".local/cdktf.json"))).toEqual({
    language: "typescript",
    app: `tsx ${project}/main.ts`,
    projectId: "x",
    output: "cdktf.out",
    sendCrashReports: "false",
    context: { region: "eu-north-1", stacks: ["a"], a: { desiredCount: 2 } },
  });
});

test("without a context there is still one: it hides the environment's", () => {
  const project = temporaryDirectory();
  writeFile(project, "cdktf.json", JSON.stringify({ app: "tsx main.ts" }));
  writeLocalApp(project, project, {});
  expect(readJsonFile(join(project, "cdktf.json"))).toMatchObject({ context: {} });
});

test("a project without an app command is told so", () => {
  const project = temporaryDirectory();
  expect(() => writeLocalApp(project, join(project, ".local"), {})).toThrow(/cdktf\.json names no "app" command/);
});
