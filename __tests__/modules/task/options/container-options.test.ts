import { Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { containerDefinitions } from "../../../../modules/fargate/container-definitions";
import { checkTask } from "../../../../modules/task/checks/check-task";
import type { Container } from "../../../../modules/task/container";
import { interpretTaskDefinition } from "../../../../modules/task/definition/interpret-task-definition";
import {
  checkOptions,
  OPTION_NAMES,
  readOptions,
  writeOptions,
} from "../../../../modules/task/options/container-options";
import { ordersTask } from "../../../support/orders";
import { issuesOf, taskWith } from "../../../support/planned";
import { onlyIssue } from "../../../support/reported";

const options = {
  restartPolicy: { ignoredExitCodes: [0], restartAttemptPeriod: 60 },
  ulimits: { nofile: { softLimit: 1024, hardLimit: 4096 } },
  systemControls: { "net.ipv4.tcp_keepalive_time": "500" },
  linuxParameters: { initProcessEnabled: true, capabilities: { add: ["SYS_PTRACE"] } },
  dockerLabels: { team: "orders" },
  versionConsistency: "disabled",
  interactive: true,
  pseudoTerminal: true,
  startTimeout: 90,
} as const satisfies Partial<Container>;

const written = (container: Container) =>
  containerDefinitions(
    { family: "orders", containers: { api: container } },
    { region: "eu-west-1", logGroupName: "/ecs/orders" },
  )[0];

describe("the options of a container", () => {
  it("are all written, and read again as they were", () => {
    const definition = written({ ...ordersTask.containers.api, ...options });
    expect(Object.keys(definition ?? {})).toEqual(expect.arrayContaining([...OPTION_NAMES]));
    const { task, issues } = interpretTaskDefinition([definition], { family: "orders" });
    expect(issues).toEqual([]);
    expect(task?.containers["api"]).toMatchObject(options);
    expect(task?.containers["api"]?.additionalFields).toBeUndefined();
  });

  it("are not written where they are not given", () => {
    const definition = written(ordersTask.containers.api);
    for (const name of OPTION_NAMES) expect(definition).not.toHaveProperty(name);
    expect(writeOptions({})).toEqual({});
  });

  it("have their checks", () => {
    expect([...checkOptions(options, "containers.api")]).toEqual([]);
    const invalid = JSON.parse('{ "versionConsistency": "enable" }');
    const issue = onlyIssue([...checkOptions(invalid, "containers.api")]);
    expect(issue).toMatchObject({ code: "container-option-invalid", path: "containers.api.versionConsistency" });
    expect(issue.fix).toBe('write "enabled"');
  });

  it.each([
    [0, 2],
    [1.4, 2],
    [121, 120],
    [3600, 120],
    [Number.NaN, 120],
  ])("have a start timeout that Fargate takes, not %d seconds", (startTimeout, proposed) => {
    const issue = onlyIssue([...checkOptions({ startTimeout }, "containers.api")]);
    expect(issue).toMatchObject({ code: "container-option-invalid", path: "containers.api.startTimeout" });
    expect(issue.fix).toBe(`write ${proposed}`);
  });

  it.each([2, 120, Token.asNumber("${var.seconds}")])("may have a start timeout of %d seconds", (startTimeout) => {
    expect([...checkOptions({ startTimeout }, "containers.api")]).toEqual([]);
  });

  it("are read of those fields only that they can say", () => {
    expect(readOptions({ dockerLabels: { a: 1 }, interactive: "${var.a}", versionConsistency: "on" })).toEqual({});
    expect(readOptions({ dockerLabels: { a: "1" }, name: "api" })).toEqual({ dockerLabels: { a: "1" } });
  });

  it("are not said a second time by an additional field", () => {
    const additionalFields = { dockerLabels: { team: "orders" } };
    const codes = (container: Partial<Container>) => [...checkTask(taskWith(container))].map(({ code }) => code);
    expect(codes({ additionalFields })).toEqual([]);
    expect(codes({ additionalFields, dockerLabels: { team: "orders" } })).toEqual(["additional-field-known"]);
    expect(codes({ additionalFields, interactive: true })).toEqual([]);
  });

  it("are refused where the platform has them not", () => {
    const onPlatform = (container: Partial<Container>, platformVersion: string) =>
      [...checkTask(taskWith(container, { platformVersion }))].map(({ path }) => path);
    const { restartPolicy, systemControls } = options;
    expect(onPlatform({ restartPolicy }, "1.4.0")).toEqual([]);
    expect(onPlatform({ restartPolicy }, "1.3.0")).toEqual(["containers.api.restartPolicy"]);
    expect(onPlatform({ systemControls }, "1.3.0")).toEqual(["containers.api.systemControls"]);
    expect(onPlatform({ systemControls: {} }, "1.3.0")).toEqual([]);
    const windows = { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE", cpu: 1024, memory: 2048 };
    const { ulimits } = options;
    expect([...checkTask(taskWith({ ulimits, restartPolicy }, windows))].map(({ path }) => path)).toEqual([
      "containers.api.restartPolicy",
      "containers.api.ulimits",
    ]);
  });

  it("ask about tmpfs in China, as the field does", () => {
    const task = taskWith({ linuxParameters: { tmpfs: [{ containerPath: "/scratch", size: 64 }] } });
    const note = "note tmpfs-unverified containers.api.linuxParameters.tmpfs";
    expect(issuesOf(task, { region: "cn-north-1" })).toContain(note);
    expect(issuesOf(task, { region: "eu-west-1" })).not.toContain(note);
  });
});
