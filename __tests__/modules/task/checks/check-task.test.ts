import { describe, expect, it } from "vitest";
import { checkTask } from "../../../../modules/task/checks/check-task";
import type { Container } from "../../../../modules/task/container";
import type { FargateTask, UncheckedFargateTask } from "../../../../modules/task/fargate-task";
import { ordersTask } from "../../../support/orders";
import { onlyIssue } from "../../../support/reported";
import { NUMBER_TOKENS, STRING_TOKENS } from "../../../support/tokens";

const { api } = ordersTask.containers;

/** The orders task with containers of its own. */
const withContainers = (containers: Record<string, Container>): FargateTask => ({ ...ordersTask, containers });

/** The orders task with fields that the compiler would refuse. */
const untyped = (fields: object): FargateTask => JSON.parse(JSON.stringify({ ...ordersTask, ...fields }));

const check = (task: UncheckedFargateTask) => [...checkTask(task)];

describe("checkTask", () => {
  it("finds nothing wrong with a good task", () => {
    expect(check(ordersTask)).toEqual([]);
    expect(check({ ...ordersTask, cpu: 512, memory: 1024, ephemeralStorage: 21 })).toEqual([]);
  });

  it("refuses a task without a container", () => {
    const issue = onlyIssue(check(withContainers({})));
    expect(issue).toMatchObject({ code: "containers-empty", path: "containers" });
    expect(issue.problem).toBe('the task "orders" has no container');
    expect(issue.fix).toContain("containers: { app: { image: ContainerImage.ecr(repository) } }");
  });

  it("refuses a task in which no container is essential", () => {
    const issue = onlyIssue(check(withContainers({ api: { ...api, essential: false } })));
    expect(issue).toMatchObject({ code: "essential-container-missing", path: "containers" });
    expect(issue.problem).toContain('"orders"');
    expect(issue.fix).toContain("essential: false");
  });

  it("takes a task with one essential container", () => {
    const sidecar: Container = { ...api, ports: [], essential: false };
    expect(check(withContainers({ api, sidecar }))).toEqual([]);
  });

  it("refuses an illegal pair of CPU and memory", () => {
    const issue = onlyIssue(check(untyped({ cpu: 256, memory: 4096 })));
    expect(issue).toMatchObject({ code: "fargate-memory-invalid", path: "memory" });
    expect(issue.problem).toContain("4096");
    expect(issue.fix).toContain("memory: 2048");
  });

  it("reports the problems of all containers, with their paths", () => {
    const issues = check(withContainers({ api: { ...api, ports: [0] }, jobs: { ...api, ports: [65536] } }));
    expect(issues.map(({ path }) => path)).toEqual(["containers.api.ports[0]", "containers.jobs.ports[0]"]);
  });

  it("reports all problems at once", () => {
    const issues = check({
      ...untyped({ cpu: 300, memory: 512, platformVersion: "1.5.0" }),
      family: "orders service",
      ephemeralStorage: 500,
      containers: {},
    });
    expect(issues.map(({ code }) => code)).toEqual([
      "family-invalid",
      "platform-version-unknown",
      "fargate-cpu-invalid",
      "ephemeral-storage-invalid",
      "containers-empty",
    ]);
  });
});

describe("the family of a task", () => {
  it.each([
    ["orders service", "orders-service"],
    ["", "app"],
    ["x".repeat(256), "x".repeat(255)],
  ])('is refused as "%s", with a family that is taken', (family, proposed) => {
    const issue = onlyIssue(check({ ...ordersTask, family }));
    expect(issue).toMatchObject({ code: "family-invalid", path: "family" });
    expect(issue.problem).toBe(`"${family}" is not a family name`);
    expect(issue.fix).toBe(`write "${proposed}"`);
    expect(check({ ...ordersTask, family: proposed })).toEqual([]);
  });
});

describe("the platform version of a task", () => {
  it.each(["LATEST", "1.4.0", "1.3.0"] as const)("may be %s", (platformVersion) => {
    expect(check({ ...ordersTask, platformVersion })).toEqual([]);
  });

  it.each([
    ["latest", "LATEST"],
    ["1.4", "1.4.0"],
    ["2", "1.4.0"],
  ])('is refused as "%s", with the nearest', (platformVersion, proposed) => {
    const issue = onlyIssue(check(untyped({ platformVersion })));
    expect(issue).toMatchObject({ code: "platform-version-unknown", path: "platformVersion" });
    expect(issue.problem).toContain(`"${platformVersion}"`);
    expect(issue.fix).toContain(`write "${proposed}"`);
    expect(issue.fix).toContain("LATEST, 1.4.0, 1.3.0");
  });
});

describe("the ephemeral storage of a task", () => {
  it.each([21, 200])("may be %i GiB", (ephemeralStorage) => {
    expect(check({ ...ordersTask, ephemeralStorage })).toEqual([]);
  });

  it.each([
    [20, "leave ephemeralStorage out to get the 20 GiB"],
    [-1, "leave ephemeralStorage out to get the 20 GiB"],
    [201, "write a whole number from 21 to 200"],
    [30.5, "write a whole number from 21 to 200"],
  ])("is refused as %s GiB", (ephemeralStorage, fix) => {
    const issue = onlyIssue(check({ ...ordersTask, ephemeralStorage }));
    expect(issue).toMatchObject({ code: "ephemeral-storage-invalid", path: "ephemeralStorage", fix });
    expect(issue.problem).toBe(`${ephemeralStorage} GiB of ephemeral storage cannot be had`);
  });
});

describe("the ports of a task", () => {
  it("are refused where two containers take the same", () => {
    const issue = onlyIssue(check(withContainers({ api, admin: { ...api, ports: [9090, 8080] } })));
    expect(issue).toMatchObject({ code: "port-duplicate", path: "containers.admin.ports[1]" });
    expect(issue.problem).toBe('port 8080/tcp is taken by the container "api" already');
    expect(issue.fix).toBe('let "admin" listen on another port');
  });

  it("are refused where a container takes one twice", () => {
    const ports = [8080, { containerPort: 8080, protocol: "tcp" as const }];
    const issue = onlyIssue(check(withContainers({ api: { ...api, ports } })));
    expect(issue).toMatchObject({ code: "port-duplicate", path: "containers.api.ports[1]" });
    expect(issue.fix).toBe("remove one of the two");
  });

  it("differ by protocol", () => {
    const ports = [8080, { containerPort: 8080, protocol: "udp" as const }];
    expect(check(withContainers({ api: { ...api, ports } }))).toEqual([]);
  });
});

describe("checkTask with values that only Terraform knows", () => {
  it.each(STRING_TOKENS)("takes %s as the family", (_name, family) => {
    expect(check({ ...ordersTask, family })).toEqual([]);
  });

  it.each(NUMBER_TOKENS)("takes %s as a port, in several containers", (_name, port) => {
    expect(check(withContainers({ api: { ...api, ports: [port] }, admin: { ...api, ports: [port] } }))).toEqual([]);
  });

  it.each(NUMBER_TOKENS)("takes %s as the ephemeral storage", (_name, ephemeralStorage) => {
    expect(check({ ...ordersTask, ephemeralStorage })).toEqual([]);
  });
});
