import ts from "typescript";
import { describe, expect, it } from "vitest";
import { codesNamed, codesRaised } from "./issue-codes";

const parsed = (text: string) => ts.createSourceFile("a.ts", text, ts.ScriptTarget.Latest, true);

describe("the codes in a source file", () => {
  it("are those that it raises, not those that it compares with", () => {
    const source = parsed(`
      // "endpoint-missing"
      if (code !== "registry-unreachable") yield issue("other-region", { fix: "cidr-malformed or not" });
      return breaks(isGateway ? "task-egress-prefix-list-missing" : "task-egress-missing", {});
    `);
    expect([...codesRaised(source)]).toEqual([
      "other-region",
      "task-egress-prefix-list-missing",
      "task-egress-missing",
    ]);
  });

  it("are, of a test, also those within texts", () => {
    const test = parsed(`
      // "endpoint-missing"
      expect(found).toEqual(["error other-region containers.api.image", \`private-dns-off\`]);
      expect(found).toMatch(/^subnets-overlap: /);
      expect(found).toBe("no-such-code subnets-overlap-more");
    `);
    expect([...codesNamed(test)]).toEqual(["other-region", "private-dns-off", "subnets-overlap"]);
  });
});
