import { describe, expect, it } from "vitest";
import { LogDriver, SecretSource } from "../../../../modules";
import { logConfiguration } from "../../../../modules/task/log-drivers/log-configuration";

const configured = (driver?: LogDriver) =>
  logConfiguration(driver, { region: "eu-west-1", logGroupName: "/orders", streamPrefix: "api" });
const own = { "awslogs-group": "/orders", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "api" };

describe("logConfiguration", () => {
  it("is awslogs unless told otherwise, and nothing where the output is dropped", () => {
    expect(configured()).toEqual({ logDriver: "awslogs", options: own });
    expect(configured(LogDriver.none())).toBeUndefined();
  });

  it("writes every option of awslogs as ECS spells it", () => {
    const driver = LogDriver.awslogs({
      createGroup: true,
      mode: "non-blocking",
      maxBufferSize: "25m",
      datetimeFormat: "%Y",
      options: { tag: "x" },
    });
    expect(configured(driver)?.options).toEqual({
      ...own,
      "awslogs-create-group": "true",
      mode: "non-blocking",
      "max-buffer-size": "25m",
      "awslogs-datetime-format": "%Y",
      tag: "x",
    });
    expect(configured(LogDriver.awslogs({ createGroup: false, multilinePattern: "^x" }))?.options).toEqual({
      ...own,
      "awslogs-multiline-pattern": "^x",
    });
  });

  it("writes splunk with its address and its token", () => {
    const secretOptions = { "splunk-token": SecretSource.ssmParameter("/splunk") };
    expect(configured(LogDriver.splunk("https://splunk.example.com:8088", { secretOptions }))).toEqual({
      logDriver: "splunk",
      options: { "splunk-url": "https://splunk.example.com:8088" },
      secretOptions: [{ name: "splunk-token", valueFrom: "/splunk" }],
    });
  });

  it("writes splunk whose address is a secret without an address", () => {
    const secret = SecretSource.ssmParameter("/splunk");
    const secretOptions = { "splunk-url": secret, "splunk-token": secret };
    expect(configured({ kind: "splunk", secretOptions })).toEqual({
      logDriver: "splunk",
      secretOptions: ["splunk-url", "splunk-token"].map((name) => ({ name, valueFrom: "/splunk" })),
    });
  });

  it("writes firelens without options where the router's own configuration decides", () => {
    expect(configured(LogDriver.firelens())).toEqual({ logDriver: "awsfirelens" });
  });
});
