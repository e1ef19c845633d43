import { expect, it } from "vitest";
import { LogDriver } from "../../../../modules";
import { EndpointPlan } from "../../../../modules/planning/plan/endpoint-plan";
import { issuesOf, taskWith } from "../../../support/planned";
import { onlyIssue } from "../../../support/reported";
import { STRING_TOKENS } from "../../../support/tokens";

const sent = (url: string, reachableHosts: string[] = []) =>
  taskWith({ logDriver: LogDriver.splunk(url) }, { reachableHosts });

it("R12f: the driver splunk sends where no endpoint leads, unless the host is declared", () => {
  const { issues } = EndpointPlan.forTasks([sent("https://splunk.example.com:8088/services")]);
  expect(onlyIssue(issues)).toMatchObject({
    code: "log-destination-unreachable",
    path: "containers.api.logDriver",
    fix: expect.stringContaining('reachableHosts: ["splunk.example.com"]'),
  });
  expect(issuesOf(sent("https://splunk.example.com:8088", ["splunk.example.com"]))).toEqual([]);
  expect(issuesOf(sent("https://192.168.7.7:8088"))).toEqual([]);
});

it.each(STRING_TOKENS)("R12f: an address that only Terraform knows is left alone: %s", (_name, token) => {
  expect(issuesOf(sent(token))).toEqual([]);
});
