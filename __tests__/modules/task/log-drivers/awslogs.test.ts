import { describe, expect, it } from "vitest";
import { ContainerImage, LogDriver } from "../../../../modules";
import { issuesOf, plannedBy, silent, taskWith } from "../../../support/planned";
import { STRING_TOKENS } from "../../../support/tokens";

const RULE = "awslogs";

describe("the rule awslogs", () => {
  it("R6: the driver awslogs needs logs, and it is the default", () => {
    expect(plannedBy(RULE, taskWith({ logDriver: LogDriver.awslogs() }))).toEqual(["logs"]);
    expect(plannedBy(RULE, { family: "a", containers: { api: { image: silent.image } } })).toEqual(["logs"]);
    expect(plannedBy(RULE, taskWith({ logDriver: LogDriver.none() }))).toEqual([]);
  });

  it("R6: so does the proxy of Service Connect that logs so", () => {
    const proxy = (logDriver?: LogDriver) =>
      taskWith({}, { serviceConnect: { namespace: "orders", ...(logDriver && { logDriver }) } });
    expect(plannedBy(RULE, proxy(LogDriver.awslogs()))).toEqual(["logs"]);
    expect(plannedBy(RULE, proxy())).toEqual([]);
  });

  it("R6x: a log group in another Region is out of reach, and no endpoint can help", () => {
    const task = taskWith({
      image: ContainerImage.registry("10.0.0.9/app"),
      logDriver: LogDriver.awslogs({ region: "us-east-1" }),
    });
    const endpoints = [{ service: "monitoring", type: "Interface", serviceRegion: "us-east-1" }] as const;
    expect(issuesOf(task, { region: "eu-west-1", endpoints })).toEqual(["error other-region containers.api.logDriver"]);
    expect(issuesOf(task, { region: "us-east-1" })).toEqual([]);
    expect(issuesOf(task)).toEqual([]);
  });

  it.each(STRING_TOKENS)("R6x: a Region that only Terraform knows counts as near: %s", (_name, token) => {
    const task = taskWith({ logDriver: LogDriver.awslogs({ region: token }) });
    expect(plannedBy(RULE, task, { region: "eu-west-1" })).toEqual(["logs"]);
  });
});
