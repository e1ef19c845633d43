import { describe, expect, it } from "vitest";
import { ulimitsOption } from "../../../../modules/task/options/ulimits";
import { onlyIssue } from "../../../support/reported";
import { NUMBER_TOKENS } from "../../../support/tokens";

const check = (limits: object) => [...ulimitsOption.check({ ...limits }, "containers.api.ulimits")];
const limit = (softLimit: number, hardLimit = softLimit) => ({ softLimit, hardLimit });

describe("the limits of a container", () => {
  it("are a list in ECS", () => {
    const limits = { nofile: limit(1024, 4096), core: limit(0) };
    const field = [
      { name: "nofile", softLimit: 1024, hardLimit: 4096 },
      { name: "core", softLimit: 0, hardLimit: 0 },
    ];
    expect(ulimitsOption.write(limits)).toEqual(field);
    expect(ulimitsOption.read(field)).toEqual(limits);
  });

  it.each<[unknown]>([
    ["${var.limits}"],
    [[{ name: "nofile", softLimit: "${var.files}", hardLimit: 1 }]],
    [[{ name: "ofTomorrow", softLimit: 1, hardLimit: 1 }]],
    [[{ name: "nofile", softLimit: 1 }]],
    [[limit(1), limit(1)].map((each) => ({ name: "core", ...each }))],
  ])("stay a field where they are %j", (field) => {
    expect(ulimitsOption.read(JSON.parse(JSON.stringify(field)))).toBeUndefined();
  });

  it("may be as many open files as Fargate has, and unlimited", () => {
    expect(check({ nofile: limit(65_535, 1_048_576), memlock: limit(-1), core: limit(1, -1) })).toEqual([]);
  });

  it("are refused with more open files, with the soft limit above the hard one, and with a name that there is not", () => {
    const more = onlyIssue(check({ nofile: limit(1_048_577) }));
    expect(more).toMatchObject({ code: "container-option-invalid", path: "containers.api.ulimits.nofile" });
    expect(more.problem).toBe("1048577 open files cannot be had");
    expect(onlyIssue(check({ nproc: limit(2, 1) })).fix).toBe("write hardLimit: 2, or softLimit: 1");
    expect(onlyIssue(check({ nofiles: limit(1) })).fix).toBe('write "nofile"');
  });

  it.each(NUMBER_TOKENS)("take %s for a number", (_name, token) => expect(check({ nofile: limit(token) })).toEqual([]));
});
