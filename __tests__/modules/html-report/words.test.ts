import { describe, expect, it } from "vitest";
import { badge, codes, sentence } from "../../../modules/html-report/words";

describe("the words of a page", () => {
  it.each([
    [
      "set private_dns_enabled = true on aws_vpc_endpoint.logs",
      "set <code>private_dns_enabled = true</code> on <code>aws_vpc_endpoint.logs</code>",
    ],
    ["write private-fargate check PATH, then look", "write <code>private-fargate check PATH</code>, then look"],
    ["the task is proved; it runs", "the task is proved; it runs"],
    ["see https://docs.aws.amazon.com/x.html", "see https://docs.aws.amazon.com/x.html"],
    ["it is ${var.<b>}", "it is <code>${var.&lt;b&gt;}</code>"],
  ])("show what is typed as code: %s", (text, expected) => {
    expect(sentence(text).text).toBe(expected);
  });

  it("say how something stands by a form as well as by a colour", () => {
    const forms = (["proved", "broken", "unknown"] as const).map((each) => badge(each).text.replaceAll(each, ""));
    expect(new Set(forms).size).toBe(3);
  });

  it("put addresses one behind the other", () => {
    expect(codes(["a.b", "c.d"]).text).toBe("<code>a.b</code>, <code>c.d</code>");
  });
});
