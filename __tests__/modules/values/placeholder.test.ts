import { describe, expect, it } from "vitest";
import { hasPlaceholder, isCapitalWord, maskPlaceholders } from "../../../modules/values/placeholder";

describe("maskPlaceholders", () => {
  it.each([
    ["<IMAGE1_NAME>", "_____________"],
    ["a/{{ tag }}:1", "a/_________:1"],
    ["<%= a > b ? c : d %>:1", "____________________:1"],
    ["{INSERT tag}", "____________"],
    ["#{Tag}#", "_______"],
    ["$TAG/$(env):1", "____/______:1"],
    ["%TAG%", "_____"],
    ["((registry.host))/%(image)s", "_________________/_________"],
    ["__TAG__-x", "_______-x"],
    ["@TAG@ @@tag@@", "_____ _______"],
    ["[account].dkr", "_________.dkr"],
    ["$$TAG/%%tag%%:[[ tag ]]", "_____/_______:_________"],
    ["[Secret Managerの名前]:key::", "___________________:key::"],
    ["账号.dkr.ecr/レポ:이미지", "__.dkr.ecr/__:___"],
    ["XXXXXXXXXXXX.dkr", "____________.dkr"],
    ["IMAGE_PLACEHOLDER", "IMAGE____________"],
    ["change-me:replaceme", "_________:_________"],
  ])("hides the marks of %s", (text, masked) => {
    expect(maskPlaceholders(text).replaceAll("\u0000", "_")).toBe(masked);
    expect(hasPlaceholder(text)).toBe(true);
  });

  it.each([
    "nginx:1.29",
    "a__b__c",
    "team/app_v2@sha256:0123abcd",
    "/prod/DB_PASSWORD",
    "http://[::1]:8080",
    "50%25of%20it",
    "$((1 + 2))",
    "dimensions: [[Cluster, Service]]",
    "me@example.com",
    "MAXX",
    "",
  ])("leaves %s as it is", (text) => {
    expect(hasPlaceholder(text)).toBe(false);
  });

  it.each(["<", "<%", "{", "@@", "[a", "$(", "((", "((a", "%(a", "%a", "%%a", "[[a", "__A", "x"])(
    "takes long texts of %s in a moment",
    (part) => {
      expect(maskPlaceholders(part.repeat(100_000))).toHaveLength(part.length * 100_000);
    },
  );
});

describe("isCapitalWord", () => {
  it.each([
    ["REGION", true],
    ["ACCOUNT_ID", true],
    ["AWS-REGION", true],
    ["eu-west-1", false],
    ["A", false],
    ["Region", false],
  ])("of %s is %s", (text, is) => {
    expect(isCapitalWord(text)).toBe(is);
  });
});
