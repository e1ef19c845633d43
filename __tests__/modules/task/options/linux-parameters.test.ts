import { describe, expect, it } from "vitest";
import { linuxParametersOption } from "../../../../modules/task/options/linux-parameters";
import { onlyIssue } from "../../../support/reported";

const check = (parameters: object) => [...linuxParametersOption.check(parameters, "containers.api.linuxParameters")];

describe("the parameters of Linux", () => {
  const full = {
    initProcessEnabled: true,
    capabilities: { add: ["SYS_PTRACE"], drop: ["ALL"] },
    tmpfs: [{ containerPath: "/scratch", size: 64, mountOptions: ["noexec"] }],
  };

  it.each([
    full,
    { initProcessEnabled: false },
    { capabilities: { drop: ["NET_RAW"] } },
    { tmpfs: [{ containerPath: "/a", size: 1 }] },
    {},
  ])("are written as they are read: %j", (field) => {
    const read = linuxParametersOption.read(field);
    expect(read).toEqual(field);
    expect(read && linuxParametersOption.write(read)).toEqual(field);
  });

  it.each<[unknown]>([
    [{ devices: [] }],
    [{ sharedMemorySize: 64 }],
    [{ capabilities: { add: ["NET_ADMIN"] } }],
    [{ capabilities: "${var.capabilities}" }],
    [{ tmpfs: [{ containerPath: "/a" }] }],
    [{ tmpfs: [{ containerPath: "/a", size: 1, mountOptions: [1] }] }],
    [{ initProcessEnabled: "true" }],
    ["${var.linux}"],
  ])("stay a field where they are %j", (field) => {
    expect(linuxParametersOption.read(JSON.parse(JSON.stringify(field)))).toBeUndefined();
  });

  it("are refused with another capability", () => {
    expect(check(full)).toEqual([]);
    const issue = onlyIssue(check({ capabilities: { add: ["SYS_PTRACE", "NET_ADMIN"] } }));
    expect(issue).toMatchObject({ code: "field-refused", path: "containers.api.linuxParameters.capabilities.add" });
    expect(issue.problem).toContain('"NET_ADMIN"');
  });

  it.each([
    [{ containerPath: "scratch", size: 1 }, "containerPath", 'write "/scratch"'],
    [{ containerPath: "/a", size: 0 }, "size", "write its most in MiB, for example 64"],
    [{ containerPath: "/a", size: 1.5 }, "size", "write its most in MiB, for example 64"],
  ])("are refused with the tmpfs %j", (tmpfs, member, fix) => {
    const issue = onlyIssue(check({ tmpfs: [tmpfs] }));
    expect(issue).toMatchObject({ code: "container-option-invalid", fix });
    expect(issue.path).toBe(`containers.api.linuxParameters.tmpfs[0].${member}`);
  });
});
