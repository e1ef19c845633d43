import { describe, expect, it } from "vitest";
import { LogDriver, SecretSource } from "../../../../modules";
import { checkLogDriver } from "../../../../modules/task/log-drivers/check-log-driver";
import { onlyIssue } from "../../../support/reported";
import { STRING_TOKENS } from "../../../support/tokens";

const check = (driver: LogDriver, context: { hasRouter?: boolean; verbatim?: boolean } = {}) => [
  ...checkLogDriver(driver, "logDriver", { hasRouter: false, verbatim: false, ...context }),
];

const token = { "splunk-token": SecretSource.ssmParameter("/splunk") };

describe("checkLogDriver", () => {
  it.each([
    LogDriver.awslogs({ mode: "blocking", maxBufferSize: "25m", datetimeFormat: "%Y", options: { tag: "x" } }),
    LogDriver.splunk("https://splunk.example.com:8088", { secretOptions: token }),
    LogDriver.splunk("http://10.0.0.9", { options: { "splunk-token": "x" } }),
    LogDriver.none(),
  ])("takes %j", (driver) => expect(check(driver)).toEqual([]));

  it("takes firelens where the task has a log router, and only there", () => {
    expect(check(LogDriver.firelens("s3"), { hasRouter: true })).toEqual([]);
    expect(onlyIssue(check(LogDriver.firelens("s3")))).toMatchObject({ code: "log-router-missing", path: "logDriver" });
  });

  it("refuses a driver that Fargate does not have", () => {
    const issue = onlyIssue(check({ kind: "unsupported", logDriver: "syslog" }));
    expect(issue).toMatchObject({ code: "log-driver-unsupported", problem: 'Fargate has no log driver "syslog"' });
  });

  it("refuses an option of awslogs that the driver has a field for", () => {
    const issue = onlyIssue(check(LogDriver.awslogs({ options: { "awslogs-region": "eu-west-1" } })));
    expect(issue).toMatchObject({ code: "log-option-known", path: "logDriver.options.awslogs-region" });
    expect(issue.fix).toBe("use region instead");
  });

  it.each([
    ["awslogs-create-group", "yes"],
    ["mode", "Non-Blocking"],
  ])(
    "warns of an option of awslogs that has a field and a value that the driver does not take: %s",
    (option, value) => {
      const issue = onlyIssue(check(LogDriver.awslogs({ options: { [option]: value } })));
      expect(issue).toMatchObject({
        code: "log-option-unknown",
        severity: "warning",
        path: `logDriver.options.${option}`,
      });
      expect(issue.problem).toContain(`"${value}"`);
    },
  );

  it("refuses two ways to tell where a message starts", () => {
    const driver = LogDriver.awslogs({ datetimeFormat: "%Y", multilinePattern: "^x" });
    expect(onlyIssue(check(driver)).code).toBe("log-options-exclusive");
  });

  it("asks for group, Region and stream prefix only where nothing is filled in", () => {
    expect(check(LogDriver.awslogs())).toEqual([]);
    const issues = check(LogDriver.awslogs({ region: "eu-west-1" }), { verbatim: true });
    expect(issues.map(({ code, fix }) => [code, fix])).toEqual([
      ["log-option-missing", 'add "awslogs-group"'],
      ["log-option-missing", 'add "awslogs-stream-prefix"'],
    ]);
  });

  it.each(["", "splunk.example.com:8088"])('refuses "%s" as the address of a collector', (url) => {
    const issue = onlyIssue(check(LogDriver.splunk(url, { secretOptions: token })));
    expect(issue).toMatchObject({
      code: "splunk-url-malformed",
      problem: `"${url}" is not the address of a collector`,
    });
  });

  it("asks for the token of Splunk", () => {
    expect(onlyIssue(check(LogDriver.splunk("https://splunk.example.com:8088")))).toMatchObject({
      code: "log-option-missing",
      problem: expect.stringContaining("splunk-token"),
    });
  });

  it("checks secret options as secrets", () => {
    const driver = LogDriver.awslogs({ secretOptions: { key: SecretSource.ssmParameter("a b") } });
    expect(onlyIssue(check(driver))).toMatchObject({
      code: "ssm-parameter-malformed",
      path: "logDriver.secretOptions.key",
    });
  });

  it.each(STRING_TOKENS)("takes %s as an address and an option", (_name, text) => {
    expect(check(LogDriver.splunk(text, { options: { "splunk-token": text } }))).toEqual([]);
    expect(
      check(LogDriver.awslogs({ logGroupName: text, region: text, streamPrefix: text }), { verbatim: true }),
    ).toEqual([]);
  });
});
