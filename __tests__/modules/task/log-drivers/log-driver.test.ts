import { describe, expect, it } from "vitest";
import { LOG_DRIVER_KINDS, LogDriver } from "../../../../modules/task/log-drivers/log-driver";

describe("LogDriver", () => {
  it("declares the kind of every driver", () => {
    const kinds = [
      LogDriver.awslogs(),
      LogDriver.firelens(),
      LogDriver.splunk("https://splunk.example.com:8088"),
      LogDriver.none(),
    ].map(({ kind }) => kind);
    expect([...kinds, "unsupported"]).toEqual(Object.keys(LOG_DRIVER_KINDS));
  });

  it("keeps the options of awslogs", () => {
    const options = { logGroupName: "/aws/ecs/orders", region: "eu-west-1", streamPrefix: "default" };
    expect(LogDriver.awslogs(options)).toEqual({ kind: "awslogs", ...options });
  });
});
