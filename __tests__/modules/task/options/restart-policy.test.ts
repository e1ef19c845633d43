import { describe, expect, it } from "vitest";
import { restartPolicyOption } from "../../../../modules/task/options/restart-policy";
import { onlyIssue } from "../../../support/reported";
import { NUMBER_TOKENS } from "../../../support/tokens";

const check = (policy: Parameters<typeof restartPolicyOption.check>[0]) => [
  ...restartPolicyOption.check(policy, "containers.api.restartPolicy"),
];

describe("the restart policy of a container", () => {
  it.each([
    [true, { enabled: true }],
    [false, { enabled: false }],
    [{ restartAttemptPeriod: 60 }, { enabled: true, restartAttemptPeriod: 60 }],
    [{ ignoredExitCodes: [0, 143] }, { enabled: true, ignoredExitCodes: [0, 143] }],
  ])("is written, and read again, as %j", (policy, field) => {
    expect(restartPolicyOption.write(policy)).toEqual(field);
    expect(restartPolicyOption.read(field)).toEqual(policy);
  });

  it.each([
    { restartAttemptPeriod: 60 },
    { enabled: "${var.restart}" },
    { enabled: false, restartAttemptPeriod: 60 },
    { enabled: true, restartAttemptPeriod: "60" },
    { enabled: true, ignoredExitCodes: ["0"] },
    { enabled: true, ofTomorrow: 1 },
    "${var.policy}",
  ])("stays a field where it is %j", (field) => expect(restartPolicyOption.read(field)).toBeUndefined());

  it.each([60, 1800])("may wait for %i seconds", (restartAttemptPeriod) => {
    expect(check({ restartAttemptPeriod })).toEqual([]);
    expect(check(true)).toEqual([]);
  });

  it.each([
    [59, 60],
    [1801, 1800],
    [90.5, 91],
  ])("is refused with %d seconds", (restartAttemptPeriod, proposed) => {
    const issue = onlyIssue(check({ restartAttemptPeriod }));
    expect(issue.code).toBe("container-option-invalid");
    expect(issue.path).toBe("containers.api.restartPolicy.restartAttemptPeriod");
    expect(issue.fix).toBe(`write ${proposed}`);
  });

  it("ignores fifty exit codes at most", () => {
    const codes = (length: number) => ({ ignoredExitCodes: Array.from({ length }, (_, code) => code) });
    expect(check(codes(50))).toEqual([]);
    expect(onlyIssue(check(codes(51))).problem).toBe("the restart policy ignores 51 exit codes");
  });

  it.each(NUMBER_TOKENS)("takes %s for a number", (_name, restartAttemptPeriod) => {
    expect(check({ restartAttemptPeriod })).toEqual([]);
  });
});
