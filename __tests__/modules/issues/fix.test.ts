import ts from "typescript";
import { describe, expect, it } from "vitest";
import { fixInEach, inEachLanguage, mapFix } from "../../../modules/issues/fix";
import { inLanguage, issue } from "../../../modules/issues/issue";
import { type SourceFile, sourceFiles } from "../../support/source-imports";
import { WORDS_OF_THE_LIBRARY } from "../../support/words-of-the-library";

describe("a fix", () => {
  const fix = inEachLanguage(
    ({ uses, reachableHost }) => `write ${uses("xray", "logs")} and ${reachableHost("a.example")}`,
  );

  it("is one sentence with the words of each language", () => {
    expect(fix.library).toBe('write uses: ["xray", "logs"] and reachableHosts: ["a.example"]');
    expect(fix.ecs).toBe("write --uses xray,logs and --reachable-host a.example");
    expect(fix.terraform).toContain('"//": { "privateFargate": { "uses": ["xray", "logs"] } }');
  });

  it("is the same in every language where it is a text, and as in ECS in Terraform where that says nothing else", () => {
    expect(fixInEach("remove it")).toEqual({ library: "remove it", ecs: "remove it", terraform: "remove it" });
    expect(fixInEach({ library: "a", ecs: "b" }).terraform).toBe("b");
  });

  it("changes in each language alike", () => {
    expect(mapFix({ library: "a", ecs: "b" }, (text, language) => `${language} ${text}`)).toEqual({
      library: "library a",
      ecs: "ecs b",
      terraform: "terraform b",
    });
  });

  it("is the library's in an issue until another language is chosen, and then the only one", () => {
    const found = issue("image-empty", { problem: "p", fix: { library: "a", ecs: "b" } });
    expect(found.fix).toBe("a");
    expect(inLanguage(found, "ecs")).toEqual({ code: "image-empty", problem: "p", why: found.why, fix: "b" });
    expect(inLanguage(issue("image-empty", { problem: "p", fix: "same" }), "terraform").fix).toBe("same");
  });
});

/** What the command cannot come to, and why. */
const ONLY_IN_A_PROGRAM: Readonly<Record<string, string>> = {
  "modules/task/images/check-image.ts": "every image of a document has a kind",
  "modules/task/secrets/ssm-parameter-secret.ts": "every secret of a document has a kind",
  "modules/task/secrets/secrets-manager-secret.ts": "every secret of a document has a kind",
  "modules/task/log-drivers/check-log-driver.ts": "every driver of a document has a kind",
  "modules/task/checks/check-volumes.ts": "every volume of a document has a kind",
  "modules/task/checks/check-container.ts":
    "fields of a document are read under the names that the library has for them",
  "modules/task/images/image-shape.ts": "what is read from a document has the shape of a task",
  "modules/task/secrets/secret-shape.ts": "what is read from a document has the shape of a task",
  "modules/task/log-drivers/log-driver-shape.ts": "what is read from a document has the shape of a task",
  "modules/task/volumes/volume-shape.ts": "what is read from a document has the shape of a task",
  "modules/task/task-shape.ts": "what is read from a document has the shape of a task",
  "modules/planning/plan/endpoint-plan.ts": "it is the name of a function that is called with something else",
  "modules/task/volumes/unwritten-volume.ts": "the command makes no service",
  "modules/planning/plan/missing-endpoint-issues.ts": "constructors compare a plan with endpoints",
};

/** Texts in the words of the library, apart from those that are said to be its own. */
function ofTheLibrary({ syntax }: SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && node.name.getText(syntax) === "library") return;
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
    if (isText && WORDS_OF_THE_LIBRARY.test(node.getText(syntax))) found.push(node.getText(syntax));
    ts.forEachChild(node, visit);
  };
  visit(syntax);
  return found;
}

describe("what the command can print", () => {
  const rooms = ["aws", "issues", "asks", "task", "planning", "reachability", "cli"];
  const sources = rooms.flatMap((room) => sourceFiles(`modules/${room}`));

  it("has other words for what is TypeScript", () => {
    const printed = sources.filter(({ path }) => ONLY_IN_A_PROGRAM[path] === undefined);
    expect(printed.length).toBeGreaterThan(300);
    expect(printed.flatMap((file) => ofTheLibrary(file).map((text) => [file.path, text]))).toEqual([]);
  });

  it("is excused only where there is something to excuse", () => {
    const excused = sources.filter(({ path }) => ONLY_IN_A_PROGRAM[path] !== undefined);
    expect(excused).toHaveLength(Object.keys(ONLY_IN_A_PROGRAM).length);
    expect(excused.filter((file) => ofTheLibrary(file).length === 0).map(({ path }) => path)).toEqual([]);
  });
});
