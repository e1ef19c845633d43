import { describe, expect, it } from "vitest";
import { applicationAsk, remarksOnCall } from "../../../../modules/planning/rules/application-call";

describe("a call that a task declares for its application", () => {
  const call = { rule: "declared-use", service: "sqs", path: "uses[0]" } as const;

  it("is made with the task role, at the endpoint that is named, and says what it does where that is known", () => {
    expect(applicationAsk(call)).toMatchObject({
      by: "task-role",
      asNamed: true,
      text: "the application calls Amazon SQS",
    });
    expect(applicationAsk({ ...call, doing: "send" }).text).toBe("the application calls Amazon SQS (send)");
  });

  it("is remarked on where it is to STS, whose global host is another", () => {
    expect([...remarksOnCall("sqs", "uses[0]")]).toEqual([]);
    expect([...remarksOnCall("sts", "uses[0]")]).toMatchObject([
      { remark: { code: "sts-global-host", path: "uses[0]" } },
    ]);
  });
});
