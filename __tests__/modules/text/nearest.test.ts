import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nearest } from "../../../modules/text/nearest";

const SERVICES = ["s3", "ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm", "ssmmessages"];

describe("nearest", () => {
  it.each([
    ["a letter too few", "secretmanager", "secretsmanager"],
    ["a letter too many", "loggs", "logs"],
    ["a wrong letter", "ecr-api", "ecr.api"],
    ["two letters swapped", "lgos", "logs"],
    ["capitals", "SSM", "ssm"],
  ])("finds the word behind %s", (_mistake, word, meant) => {
    expect(nearest(word, SERVICES)).toBe(meant);
  });

  it("prefers the candidate with fewer mistakes", () => {
    expect(nearest("ssmmesages", SERVICES)).toBe("ssmmessages");
    expect(nearest("ecr.dk", SERVICES)).toBe("ecr.dkr");
  });

  it.each(["kinesis", "", "logs-of-the-application"])('suggests nothing for "%s"', (word) => {
    expect(nearest(word, SERVICES)).toBeUndefined();
  });

  it("suggests nothing where there are no candidates", () => {
    expect(nearest("logs", [])).toBeUndefined();
  });

  it("finds every candidate by its own name", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 }), (candidates) => {
        for (const candidate of candidates) expect(nearest(candidate, candidates)).toBe(candidate);
      }),
    );
  });

  it("finds a long word again after two neighbours were swapped", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,20}$/), fc.nat(18), (word, position) => {
        const at = position % (word.length - 1);
        const swapped = `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`;
        expect(nearest(swapped, [word])).toBe(word);
      }),
    );
  });
});
