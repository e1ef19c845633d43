import { describe, expect, it } from "vitest";
import { LogDriver, SecretSource, Volume } from "../../../../modules";
import { checkPlatform } from "../../../../modules/task/checks/check-platform";
import type { UncheckedFargateTask } from "../../../../modules/task/fargate-task";
import { taskWith } from "../../../support/planned";
import { onlyIssue } from "../../../support/reported";
import { STRING_TOKENS } from "../../../support/tokens";

const check = (task: UncheckedFargateTask) => [...checkPlatform(task)];
const WINDOWS = { operatingSystemFamily: "WINDOWS_SERVER_2022_FULL" };

describe("the operating system and the architecture", () => {
  it.each([
    { operatingSystemFamily: "LINUX", cpuArchitecture: "ARM64" },
    { operatingSystemFamily: "WINDOWS_SERVER_2019_CORE", cpuArchitecture: "X86_64", platformVersion: "1.0.0" },
    {},
  ])("may be %j", (platform) => expect(check(taskWith({}, platform))).toEqual([]));

  it.each([
    ["WINDOWS_SERVER_2022_CORES", "WINDOWS_SERVER_2022_CORE"],
    ["linux", "LINUX"],
    ["WINDOWS_SERVER_2025_CORE", "WINDOWS_SERVER_2022_CORE"],
    ["BEOS", "LINUX"],
  ])("are refused as the system %s, with the nearest", (operatingSystemFamily, proposed) => {
    const issue = onlyIssue(check(taskWith({}, { operatingSystemFamily })));
    expect(issue).toMatchObject({ code: "operating-system-unknown", path: "operatingSystemFamily" });
    expect(issue.problem).toContain(`"${operatingSystemFamily}"`);
    expect(issue.fix).toContain(`write "${proposed}"`);
  });

  it("are refused as an unknown architecture, and as ARM64 on Windows", () => {
    expect(onlyIssue(check(taskWith({}, { cpuArchitecture: "arm64" })))).toMatchObject({
      code: "cpu-architecture-unknown",
      path: "cpuArchitecture",
      fix: expect.stringContaining('"ARM64"'),
    });
    expect(onlyIssue(check(taskWith({}, { ...WINDOWS, cpuArchitecture: "ARM64" })))).toMatchObject({
      code: "cpu-architecture-windows",
      problem: '"ARM64" does not go with "WINDOWS_SERVER_2022_FULL"',
    });
  });
});

describe("the platform version", () => {
  it.each([
    [WINDOWS, "1.4.0", "LATEST, 1.0.0"],
    [{}, "1.0.0", "LATEST, 1.4.0, 1.3.0"],
  ])("of %j cannot be %s", (platform, platformVersion, known) => {
    const issue = onlyIssue(check(taskWith({}, { ...platform, platformVersion })));
    expect(issue).toMatchObject({ code: "platform-version-unknown", path: "platformVersion" });
    expect(issue.fix).toContain(known);
  });

  const everything = taskWith(
    {
      environmentFiles: ["arn:aws:s3:::a/b.env"],
      secrets: {
        WHOLE: SecretSource.secretsManager("arn:aws:secretsmanager:eu-west-1:123456789012:secret:a-AbCdEf"),
        PART: SecretSource.secretsManager("arn:aws:secretsmanager:eu-west-1:123456789012:secret:a-AbCdEf", {
          jsonKey: "password",
        }),
      },
    },
    {
      ephemeralStorage: 30,
      executeCommand: true,
      serviceConnect: { namespace: "orders", logDriver: LogDriver.none() },
      runtimeMonitoring: true,
      volumes: { data: Volume.efs("fs-1"), scratch: Volume.bind() },
    },
  );

  it("1.3.0 lacks what came with 1.4.0", () => {
    const issues = check({ ...everything, platformVersion: "1.3.0" });
    expect(issues.map(({ code, path }) => [code, path])).toEqual(
      [
        "ephemeralStorage",
        "executeCommand",
        "serviceConnect",
        "runtimeMonitoring",
        "volumes.data",
        "containers.api.environmentFiles",
        "containers.api.secrets.PART",
      ].map((path) => ["platform-version-lacks", path]),
    );
    expect(issues[1]?.problem).toBe("platform version 1.3.0 has no ECS Exec");
    expect(issues[1]?.fix).toContain('platformVersion: "1.4.0"');
    expect(check({ ...everything, platformVersion: "1.4.0" })).toEqual([]);
  });

  it("1.0.0 of Windows lacks Service Connect and Runtime Monitoring", () => {
    expect(check({ ...everything, ...WINDOWS }).map(({ path }) => path)).toEqual([
      "serviceConnect",
      "runtimeMonitoring",
    ]);
  });

  it.each(STRING_TOKENS)("is not judged where something is known to Terraform only: %s", (_name, token) => {
    expect(check({ ...everything, platformVersion: token })).toEqual([]);
    expect(check({ ...everything, operatingSystemFamily: token, platformVersion: "1.0.0" })).toEqual([]);
    expect(check({ ...everything, cpuArchitecture: token })).toEqual([]);
  });
});
