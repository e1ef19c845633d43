import { expect, it } from "vitest";
import { LogDriver, readTaskDefinition, SecretSource } from "../../../../modules";
import { EndpointPlan } from "../../../../modules/planning/plan/endpoint-plan";
import { issuesOf, taskWith } from "../../../support/planned";
import { onlyIssue } from "../../../support/reported";
import { STRING_TOKENS } from "../../../support/tokens";

const ECR_IMAGE = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/orders:1.4.2";

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

it("R12f: a collector behind a host of AWS's needs the service that has it", () => {
  const behindApi = sent("https://a1b2.execute-api.eu-west-1.amazonaws.com/collector");
  expect(EndpointPlan.forTasks([behindApi]).endpoints.map(({ service }) => service)).toContain("execute-api");
  expect(issuesOf(behindApi)).toEqual([]);
  expect(issuesOf(sent("https://internal-hec-1.eu-west-1.elb.amazonaws.com:8088"))).toEqual([UNKNOWN]);
});

it("R12f: an address that is missing is not said to be out of reach as well", () => {
  expect(EndpointPlan.forTasks([sent("")]).issues).toEqual([]);
});

const UNKNOWN = "note log-destination-unknown containers.api.logDriver";

it.each(STRING_TOKENS)("R12f: an address that only Terraform knows is no error: %s", (_name, token) => {
  expect(issuesOf(sent(token))).toEqual([UNKNOWN]);
});

it("R12f: an address that is a secret is read, checked and planned", () => {
  const options = { "splunk-index": "orders" };
  const secrets = ["splunk-url", "splunk-token"].map((name) => ({ name, valueFrom: `/hec/${name}` }));
  const logConfiguration = { logDriver: "splunk", options, secretOptions: secrets };
  const task = readTaskDefinition([{ name: "api", image: ECR_IMAGE, logConfiguration }], { family: "orders" });
  expect(EndpointPlan.forTasks([task]).endpoints.map(({ service }) => service)).toContain("ssm");
  expect(issuesOf(task)).toEqual([UNKNOWN]);
  expect(task.containers["api"]?.logDriver).toEqual({
    kind: "splunk",
    options,
    secretOptions: {
      "splunk-url": SecretSource.ssmParameter("/hec/splunk-url"),
      "splunk-token": SecretSource.ssmParameter("/hec/splunk-token"),
    },
  });
});
