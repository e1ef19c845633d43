import { describe, expect, it } from "vitest";
import { matchesPattern, sameText } from "../../../../modules/reachability/model/text-match";

describe("matchesPattern", () => {
  it.each([
    ["ecr:BatchGetImage", "ecr:*", "yes"],
    ["ecr:BatchGetImage", "*", "yes"],
    ["ecr:BatchGetImage", "ecr:Batch?etImage", "yes"],
    ["ecr:BatchGetImage", "ecr:Batch", "no"],
    ["", "*", "yes"],
    ["*", "arn:*", "no"],
    ["a${x.id}c", "a*c", "yes"],
    ["a${x.id}c", "a${x.id}c", "yes"],
    ["a${x.id}c", "a${y.id}c", "unknown"],
    ["a${x.id}c", "abc", "unknown"],
    ["a${x.id}c", "b*", "no"],
    ["a${x.id}", "a${x.id}b", "unknown"],
    ["ab", "ab*", "yes"],
    ["ab", "*b", "yes"],
    ["ab", "?b", "yes"],
    ["", "b", "no"],
    ["b${}a", "b*a", "yes"],
    ["abc", "${x.id}", "unknown"],
    ["abc", "${x.id}d", "no"],
    ["${?}", "${?}", "unknown"],
    ["${?}", "*", "yes"],
    ["arn:${aws.account}:a", "arn:123456789012:a", "unknown"],
    ["arn:${aws.account}:a", "arn:*:b:a", "no"],
    ["${aws.account}", "orders", "no"],
    ["group:a:${stream}", "*group:b:*", "no"],
    ["secret:a${suffix}", "secret:a-??????", "yes"],
    ["secret:a${suffix}", "secret:a-*", "yes"],
    ["secret:a${suffix}", "secret:a", "no"],
    ["secret:a${suffix}", "secret:a-?????", "no"],
    ["secret:a${suffix}", "secret:a-??????-*", "no"],
    ["secret:a${suffix}", "secret:a-Ab1Cd2", "unknown"],
    ["secret:a${suffix}", "${secret.arn}", "unknown"],
    ['${aws_secretsmanager_secret.s["a"].arn}', '${aws_secretsmanager_secret.s["b"].arn}', "no"],
    ["${module.a.aws_ssm_parameter.x.arn}", "${stack/aws_ssm_parameter.x.arn}", "no"],
    ["${aws_ssm_parameter.x.arn}", "${aws_secretsmanager_secret.x.arn}", "unknown"],
    ["${aws_secretsmanager_secret.a.arn}", "${aws_secretsmanager_secret.b.arn}*", "unknown"],
    ["${aws_secretsmanager_secret.a.arn}", "${data.aws_secretsmanager_secret.a.arn}", "unknown"],
    ["${module.m.data.aws_kms_key.a.arn}", "${module.m.aws_kms_key.a.arn}", "unknown"],
    ["${aws_secretsmanager_secret_version.a.arn}", "${aws_secretsmanager_secret_version.b.arn}", "unknown"],
  ])("%j against %j is %s", (text, pattern, expected) => {
    expect(matchesPattern(text, pattern)).toBe(expected);
  });
});

describe("a policy that is far too long", () => {
  it.each([
    ["prefixes", (index: number) => `arn:aws:s3:::bucket-${index}*`],
    ["suffixes", (index: number) => `*bucket-${index}/x`],
    ["wildcards everywhere", (index: number) => `arn:*:s3:*:*:*b-${index}*`],
  ])("is matched soon: %s", (_, pattern) => {
    const text = "arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/${layer}";
    const start = process.cpuUsage();
    const truths = new Set(Array.from({ length: 10_000 }, (_each, index) => matchesPattern(text, pattern(index))));
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
    expect([...truths]).not.toContain("yes");
  });

  it("has no pattern that takes forever, nor a symbol that does not end", () => {
    const start = process.cpuUsage();
    expect(matchesPattern("a".repeat(2000), `${"*a".repeat(1000)}b`)).toBe("no");
    expect(matchesPattern("${".repeat(50_000), "b")).toBe("no");
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(5000);
  });
});

describe("sameText", () => {
  it.each([
    ["a*", "ab", "no"],
    ["a*", "a*", "yes"],
    ["${x.id}", "${x.id}", "yes"],
    ["${x.id}", "vpc-1", "unknown"],
    ["role/${x.name}", "user/a", "no"],
  ])("%j and %j: %s", (a, b, expected) => {
    expect(sameText(a, b)).toBe(expected);
    expect(sameText(b, a)).toBe(expected);
  });
});
