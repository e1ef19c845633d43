import { describe, expect, it } from "vitest";
import { checkRefusedFields } from "../../../../modules/task/checks/check-refused-fields";
import type { JsonValue } from "../../../../modules/values/json-value";
import { taskWith } from "../../../support/planned";
import { onlyIssue } from "../../../support/reported";

type Fields = Readonly<Record<string, JsonValue>>;
const ofContainer = (additionalFields: Fields, operatingSystemFamily = "LINUX") => [
  ...checkRefusedFields(taskWith({ additionalFields }, { operatingSystemFamily })),
];
const ofTask = (additionalFields: Fields) => [...checkRefusedFields(taskWith({}, { additionalFields }))];

describe("the fields that Fargate refuses", () => {
  it.each<JsonValue>(["${var.value}", "<VALUE>", "$VALUE"])("may come to be empty where they are %j", (value) => {
    expect(ofTask({ ipcMode: value, placementConstraints: value })).toEqual([]);
    expect(ofContainer({ hostname: value, links: value, privileged: value, disableNetworking: value })).toEqual([]);
    expect(ofContainer({ linuxParameters: { sharedMemorySize: value, capabilities: { add: [value] } } })).toEqual([]);
    expect(onlyIssue(ofContainer({ links: [value] })).code).toBe("field-refused");
  });

  it.each<[string, JsonValue]>([
    ["disableNetworking", true],
    ["dnsSearchDomains", ["a"]],
    ["dnsServers", ["10.0.0.2"]],
    ["dockerSecurityOptions", ["label:x"]],
    ["extraHosts", [{ hostname: "a", ipAddress: "10.0.0.9" }]],
    ["links", ["db"]],
    ["privileged", true],
  ])("are refused in a container: %s", (field, value) => {
    const issue = onlyIssue(ofContainer({ [field]: value }));
    expect(issue).toMatchObject({ code: "field-refused", path: `containers.api.additionalFields.${field}` });
    expect(issue.problem).toBe(`${field} is ${JSON.stringify(value)}`);
    expect(issue.fix).toBe(`remove ${field}`);
  });

  it.each<[string, JsonValue]>([
    ["devices", [{ hostPath: "/dev/x" }]],
    ["sharedMemorySize", 64],
    ["maxSwap", 1],
    ["swappiness", 60],
  ])("are refused in linuxParameters: %s", (field, value) => {
    const issue = onlyIssue(ofContainer({ linuxParameters: { [field]: value, initProcessEnabled: true } }));
    expect(issue.path).toBe(`containers.api.additionalFields.linuxParameters.${field}`);
  });

  it.each<[string, JsonValue]>([
    ["ipcMode", "host"],
    ["placementConstraints", [{ type: "memberOf" }]],
  ])("are refused in a task: %s", (field, value) => {
    expect(onlyIssue(ofTask({ [field]: value })).path).toBe(`additionalFields.${field}`);
  });

  it("are no harm where ECS describes them as empty", () => {
    const empty = {
      links: [],
      dnsServers: [],
      privileged: false,
      linuxParameters: { devices: [], sharedMemorySize: 0 },
    };
    expect(ofContainer(empty)).toEqual([]);
    expect(ofTask({ placementConstraints: [], ipcMode: null })).toEqual([]);
  });

  it("are not those of tmpfs, which Fargate takes since 2026", () => {
    expect(ofContainer({ linuxParameters: { tmpfs: [{ containerPath: "/x", size: 1 }] } })).toEqual([]);
  });

  it("are capabilities other than SYS_PTRACE", () => {
    const adding = (...add: string[]) => ofContainer({ linuxParameters: { capabilities: { add, drop: ["ALL"] } } });
    expect(adding("SYS_PTRACE")).toEqual([]);
    expect(onlyIssue(adding("SYS_PTRACE", "NET_ADMIN")).problem).toContain('"NET_ADMIN"');
  });

  it("are GPUs, and ulimits on Windows", () => {
    expect(onlyIssue(ofContainer({ resourceRequirements: [{ type: "GPU", value: "1" }] })).problem).toContain("GPU");
    const ulimits = [{ name: "nofile", softLimit: 1, hardLimit: 1 }];
    expect(ofContainer({ ulimits })).toEqual([]);
    expect(onlyIssue(ofContainer({ ulimits }, "WINDOWS_SERVER_2022_CORE")).why).toContain("on Windows");
  });
});
