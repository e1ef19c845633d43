import { describe, expect, it } from "vitest";
import { systemControlsOption } from "../../../../modules/task/options/system-controls";
import { onlyIssue } from "../../../support/reported";

const check = (values: Readonly<Record<string, string>>) => [
  ...systemControlsOption.check(values, "containers.api.systemControls"),
];

describe("the parameters of the kernel", () => {
  it("are a list in ECS", () => {
    const field = [{ namespace: "net.ipv4.tcp_keepalive_time", value: "500" }];
    const values = { "net.ipv4.tcp_keepalive_time": "500" };
    expect(systemControlsOption.write(values)).toEqual(field);
    expect(systemControlsOption.read(field)).toEqual(values);
    expect(systemControlsOption.read([])).toEqual({});
  });

  it.each<[unknown]>([
    [[{ namespace: "net.core.somaxconn", value: 1024 }]],
    [[{ namespace: "net.core.somaxconn" }]],
    [["net.core.somaxconn=1024"]],
    ["${var.controls}"],
  ])("stay a field where they are %j", (field) => {
    expect(systemControlsOption.read(JSON.parse(JSON.stringify(field)))).toBeUndefined();
  });

  it.each(["net.core.somaxconn", "fs.mqueue.msg_max", "kernel.shmmax", "${var.name}"])("may be %s", (name) => {
    expect(check({ [name]: "1" })).toEqual([]);
  });

  it.each([
    ["vm.max_map_count", "remove it"],
    ["kernel.shmmaxx", 'write "kernel.shmmax"'],
    ["net.", "remove it"],
  ])("cannot be %s", (name, fix) => {
    const issue = onlyIssue(check({ [name]: "1" }));
    expect(issue).toMatchObject({ code: "container-option-invalid", fix });
    expect(issue.path).toBe(`containers.api.systemControls["${name}"]`);
  });
});
