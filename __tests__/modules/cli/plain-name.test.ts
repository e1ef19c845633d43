import { describe, expect, it } from "vitest";
import { plainName } from "../../../modules/cli/plain-name";

describe("plainName", () => {
  it.each([
    ["Logs.EU-west-1.amazonaws.com.", "logs.eu-west-1.amazonaws.com"],
    ["\\052.example.com.", "*.example.com"],
    ["a\\055b.example.com", "a-b.example.com"],
    [".", "."],
    [undefined, ""],
  ])("of %j is %j", (name, plain) => {
    expect(plainName(name)).toBe(plain);
  });
});
