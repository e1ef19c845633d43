import { describe, expect, it } from "vitest";
import { type ExecuteCommandOptions, LogDriver, type ServiceConnect } from "../../../modules";
import { checkTask } from "../../../modules/task/checks/check-task";
import type { Container, UncheckedFargateTask } from "../../../modules/task/fargate-task";
import { silent, taskWith } from "../../support/planned";
import { onlyIssue } from "../../support/reported";
import { NUMBER_TOKENS, STRING_TOKENS } from "../../support/tokens";

const check = (task: UncheckedFargateTask) => [...checkTask(task)];

describe("ECS Exec of a task", () => {
  const exec = (executeCommand: true | ExecuteCommandOptions) => check(taskWith({}, { executeCommand }));

  it.each<true | ExecuteCommandOptions>([
    true,
    { logging: "NONE", kmsKeyId: "key" },
    { logging: "OVERRIDE", s3BucketName: "exec" },
    { cloudWatchLogGroupName: "/exec" },
  ])("may be %j", (options) => expect(exec(options)).toEqual([]));

  it("is refused where it logs to nothing, and where a log is named that nothing is sent to", () => {
    expect(onlyIssue(exec({ logging: "OVERRIDE" })).code).toBe("execute-command-log-missing");
    expect(onlyIssue(exec({ logging: "NONE", s3BucketName: "exec" }))).toMatchObject({
      code: "execute-command-log-unused",
      problem: 'logging is "NONE", so nothing is sent to "exec"',
    });
  });

  it("is refused where every file system is read-only, and warned of where some are", () => {
    const readonly = { ...silent, ports: [], readonlyRootFilesystem: true };
    const task = (containers: Record<string, Container>): UncheckedFargateTask => ({
      family: "orders",
      executeCommand: true,
      containers,
    });
    expect(onlyIssue(check(task({ api: readonly })))).toMatchObject({
      code: "execute-command-readonly",
      severity: "error",
      path: "containers.api.readonlyRootFilesystem",
    });
    expect(onlyIssue(check(task({ api: silent, proxy: readonly }))).severity).toBe("warning");
  });
});

describe("Service Connect of a task", () => {
  const connect = (own: Partial<ServiceConnect>, name = "http") =>
    check(taskWith({ ports: [{ containerPort: 8080, name }] }, { serviceConnect: { namespace: "orders", ...own } }));

  it("offers a port by its name", () => {
    expect(connect({ services: [{ portName: "http", clientAlias: { port: 80, dnsName: "orders" } }] })).toEqual([]);
    expect(onlyIssue(connect({ services: [{ portName: "htp" }] }))).toMatchObject({
      code: "service-connect-port-unknown",
      path: "serviceConnect.services[0].portName",
      fix: 'write "http"',
    });
  });

  it("is refused with a port that there is not, and with a log driver that is wrong", () => {
    expect(onlyIssue(connect({ services: [{ portName: "http", clientAlias: { port: 0 } }] }))).toMatchObject({
      code: "port-out-of-range",
      path: "serviceConnect.services[0].clientAlias.port",
    });
    expect(onlyIssue(connect({ logDriver: LogDriver.firelens() }))).toMatchObject({
      code: "log-router-missing",
      path: "serviceConnect.logDriver",
    });
  });

  it.each(STRING_TOKENS)("takes %s as the name of a port", (_name, token) => {
    expect(connect({ services: [{ portName: token }] })).toEqual([]);
    expect(connect({ services: [{ portName: "http" }] }, token)).toEqual([]);
  });

  it.each(NUMBER_TOKENS)("takes %s as a port of clients", (_name, port) => {
    expect(connect({ services: [{ portName: "http", clientAlias: { port } }] })).toEqual([]);
  });
});

describe("the reachable hosts of a task", () => {
  const declare = (...reachableHosts: string[]) => check(taskWith({}, { reachableHosts }));

  it.each(["registry.example.com", "registry", "10.0.0.9", "${var.host}"])("may be %s", (host) =>
    expect(declare(host)).toEqual([]),
  );

  it.each([
    ["https://registry.example.com/v2", "registry.example.com"],
    ["registry.example.com:5000", "registry.example.com"],
    ["*.example.com", "example.com"],
    ["", "registry.example.com"],
  ])('are refused as "%s"', (host, proposed) => {
    const issue = onlyIssue(declare("example.com", host));
    expect(issue).toMatchObject({ code: "reachable-host-malformed", path: "reachableHosts[1]" });
    expect(issue.fix).toBe(`write "${proposed}"`);
    expect(declare(proposed)).toEqual([]);
  });
});

describe("the additional fields of a task", () => {
  it("are not those that the task has a name for", () => {
    expect(check(taskWith({}, { additionalFields: { pidMode: "task" } }))).toEqual([]);
    expect(onlyIssue(check(taskWith({}, { additionalFields: { runtimePlatform: {} } })))).toMatchObject({
      code: "additional-field-known",
      path: "additionalFields.runtimePlatform",
    });
  });
});

describe("a task of which nothing is filled in", () => {
  const verbatim = {
    executionRoleArn: "arn:aws:iam::123456789012:role/start",
    taskRoleArn: "arn:aws:iam::123456789012:role/run",
  };
  const size = { cpu: "256", memory: "512" };

  it("is good with a size and both roles", () => {
    expect(check(taskWith({}, { ...size, verbatim, executeCommand: true }))).toEqual([]);
  });

  it("needs a size", () => {
    expect(onlyIssue(check(taskWith({}, { verbatim })))).toMatchObject({
      code: "fargate-size-incomplete",
      problem: "the task has neither cpu nor memory",
    });
  });

  it("needs an execution role for what ECS does with it, and a task role for ECS Exec", () => {
    const issues = check(taskWith({}, { ...size, verbatim: {}, executeCommand: true }));
    expect(issues.map(({ code }) => code)).toEqual(["execution-role-missing", "task-role-missing"]);
    expect(issues[0]?.problem).toContain("an image in ECR (api)");
  });

  it("needs no role where nothing uses one", () => {
    const image = { kind: "registry", name: "nginx" } as const;
    expect(check(taskWith({ image }, { ...size, verbatim: {} }))).toEqual([]);
  });
});
