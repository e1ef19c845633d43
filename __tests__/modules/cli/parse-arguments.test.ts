import { describe, expect, it } from "vitest";
import { parseArguments } from "../../../modules/cli/parse-arguments";

const TABLE = {
  format: { value: "FORMAT", choices: ["text", "json"], summary: "" },
  region: { value: "REGION", summary: "" },
  verbose: { short: "v", summary: "" },
} as const;

describe("parseArguments", () => {
  it("tells options from operands, in any order", () => {
    const { options, operands } = parseArguments(["--format", "json", "a.json", "-v", "--region=eu-west-1"], TABLE);
    expect(Object.fromEntries(options)).toEqual({ format: "json", verbose: "", region: "eu-west-1" });
    expect(operands).toEqual(["a.json"]);
  });

  it("takes - and what follows -- for operands", () => {
    expect(parseArguments(["-", "--", "--format"], TABLE).operands).toEqual(["-", "--format"]);
  });

  it("lets the last of an option count", () => {
    expect(parseArguments(["--format=json", "--format=text"], TABLE).options.get("format")).toBe("text");
  });

  it.each([
    [["--fromat", "json"], "there is no option --fromat; did you mean --format?"],
    [["-x"], "there is no option -x"],
    [["--toString"], "there is no option --toString"],
    [["--format"], "--format needs a value: --format FORMAT"],
    [["--region", "--format", "json"], "--region needs a value: --region REGION"],
    [["--region="], "--region needs a value: --region REGION"],
    [["--verbose=yes"], '--verbose takes no value, but has "yes"'],
    [["--format", "jsno"], '--format cannot be "jsno"; did you mean "json"? There are text, json'],
    [["--format", "yaml-like"], '--format cannot be "yaml-like"; there are text, json'],
  ])("refuses %j", (args, message) => {
    expect(() => parseArguments(args, TABLE)).toThrow(expect.objectContaining({ name: "UnusableInputError", message }));
  });
});
