import { describe, expect, it } from "vitest";
import { LogDriver, SecretSource } from "../../../../modules";
import { issuesOf, planned, plannedBy, taskWith } from "../../../support/planned";
import { STRING_TOKENS } from "../../../support/tokens";

const RULE = "secret-values";
const SECRET = SecretSource.secretsManager("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf");
const PARAMETER = SecretSource.ssmParameter("arn:aws:ssm:eu-west-1:123456789012:parameter/db");

describe("the rule secret-values", () => {
  it("R7: a secret of Secrets Manager needs secretsmanager", () => {
    expect(plannedBy(RULE, taskWith({ secrets: { PASSWORD: SECRET } }))).toEqual(["secretsmanager"]);
  });

  it("R7: so does one in the options of a log driver, and of the proxy of Service Connect", () => {
    const logDriver = LogDriver.splunk("https://10.0.0.9:8088", { secretOptions: { "splunk-token": SECRET } });
    expect(plannedBy(RULE, taskWith({ logDriver }))).toEqual(["secretsmanager"]);
    expect(plannedBy(RULE, taskWith({}, { serviceConnect: { namespace: "a", logDriver } }))).toEqual([
      "secretsmanager",
    ]);
  });

  it.each(["/db", PARAMETER.parameter])("R8: the parameter %s needs ssm, not ssmmessages", (name) => {
    const task = taskWith({ secrets: { PASSWORD: SecretSource.ssmParameter(name) } });
    expect(plannedBy(RULE, task)).toEqual(["ssm"]);
    expect(planned(task).join()).not.toContain("ssmmessages");
  });

  it("R8x: a secret or parameter of another Region is out of reach", () => {
    const task = taskWith({ secrets: { A: SECRET, B: PARAMETER } });
    expect(issuesOf(task, { region: "eu-west-1" })).toEqual([]);
    expect(issuesOf(task, { region: "us-east-1" }).filter((issue) => issue.includes("secrets"))).toEqual([
      "error other-region containers.api.secrets.A",
      "error other-region containers.api.secrets.B",
    ]);
    expect(plannedBy(RULE, task, { region: "us-east-1" })).toEqual([]);
  });

  it("R9: a key of KMS needs no kms endpoint", () => {
    expect(planned(taskWith({ secrets: { A: SECRET, B: PARAMETER } })).join()).not.toContain("kms");
  });

  it.each(STRING_TOKENS)("R8x: what only Terraform knows counts as near: %s", (_name, token) => {
    const secrets = { A: SecretSource.secretsManager(token), B: SecretSource.ssmParameter(token) };
    expect(plannedBy(RULE, taskWith({ secrets }), { region: "us-east-1" })).toEqual(["secretsmanager", "ssm"]);
  });

  it("plans secretsmanager and ssm on 1.3.0 too, since AWS's page makes no exception", () => {
    const task = taskWith({ secrets: { A: SECRET, B: PARAMETER } }, { platformVersion: "1.3.0" });
    expect(plannedBy(RULE, task)).toEqual(["secretsmanager", "ssm"]);
  });

  it("says that they are uncertain there, as AWS asks for them where tasks go over to 1.4.0", () => {
    const task = (platformVersion: "1.3.0" | "1.4.0") => taskWith({ secrets: { A: SECRET } }, { platformVersion });
    expect(issuesOf(task("1.3.0"))).toEqual(["note secret-endpoint-unverified containers.api.secrets.A"]);
    expect(issuesOf(task("1.4.0"))).toEqual([]);
  });
});
