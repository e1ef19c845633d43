import { describe, expect, it } from "vitest";
import { diagnose } from "../../../../modules/diagnosis/diagnose";
import { shownText } from "../../../../modules/diagnosis/input/shown-text";

describe("a message that an answer quotes", () => {
  it.each([
    ['Get "https://bucket.s3.amazonaws.com/a?X-Amz-Signature=0badc0de&X-Amz-Security-Token=FwoG": timeout', "0badc0de"],
    ["AKIAIOSFODNN7EXAMPLE is not authorized", "AKIAIOSFODNN7EXAMPLE"],
    ["Authorization: Bearer abcdefghijklmnop", "abcdefghijklmnop"],
    ["DB_PASSWORD=hunter2 and more", "hunter2"],
    ['{"apiKey": "s3cr3t-value"}', "s3cr3t-value"],
    ["https://user:hunter2@registry.example.com/v2/", "hunter2"],
    ["token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc", "eyJzdWIiOiIxIn0"],
  ])("has no secret: %s", (text, secret) => {
    expect(text).toContain(secret);
    expect(shownText(text)).not.toContain(secret);
  });

  it("stays as it is without one", () => {
    const text = 'Post "https://api.ecr.eu-west-1.amazonaws.com/": dial tcp 52.94.184.143:443: i/o timeout';
    expect(shownText(text)).toBe(text);
  });

  it("is not longer than what tells something", () => {
    expect(shownText("x".repeat(5000)).length).toBeLessThanOrEqual(400);
  });

  it("is all that comes out of a task whose environment has secrets", () => {
    const environment = [{ name: "DB", value: "correct horse battery" }];
    const task = {
      stoppedReason: "failed to validate logger args: signal: killed",
      overrides: { containerOverrides: [{ environment }] },
    };
    expect(JSON.stringify(diagnose(JSON.stringify({ tasks: [task] })))).not.toContain("correct horse");
  });
});
