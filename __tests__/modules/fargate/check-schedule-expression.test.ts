import { describe, expect, it } from "vitest";
import { checkScheduleExpression } from "../../../modules/fargate/check-schedule-expression";

const issuesOf = (expression: string) => [...checkScheduleExpression(expression, "schedule")];

describe("a schedule expression", () => {
  it.each([
    "cron(0 3 * * ? *)",
    "cron(15 10 ? * 6L 2026-2030)",
    "cron(0/5 8-17 ? * MON-FRI *)",
    "cron(0 18 L * ? *)",
    "cron(0 18 LW * ? *)",
    "cron(0 18 3W * ? *)",
    "cron(0 0 1,15 JAN,jul ? *)",
    "cron(30 9 ? * 2#1 *)",
    "cron(30 9 ? * FRI#2 *)",
    "cron(*/10 * * * ? *)",
    "cron(0  3 * * ? *)",
    "rate(1 minute)",
    "rate(5 minutes)",
    // EventBridge Scheduler takes what rules of EventBridge refuse.
    "rate(1 hours)",
    "rate(7 day)",
    "at(2027-01-31T03:00:00)",
    "at(2028-02-29T23:59:59)",
    "${var.schedule}",
    "rate(${var.hours} hours)",
  ])("%s is taken", (expression) => {
    expect(issuesOf(expression)).toEqual([]);
  });

  it.each([
    ["cron(0 3 * * *)", 'write "cron(0 3 * * ? *)"'],
    ["cron(0 3 * * 1)", 'write "cron(0 3 ? * 1 *)"'],
    ["0 3 * * *", 'write "cron(0 3 * * ? *)"'],
    ["0 3 * * ? *", 'write "cron(0 3 * * ? *)"'],
    ["cron(0 3 * * * *)", 'write ? for one of the two, for example "cron(0 3 * * ? *)"'],
    ["cron(0 3 1 * MON *)", 'write ? for one of the two, for example "cron(0 3 1 * ? *)"'],
    ["cron(0 3 ? * ? *)", 'write ? for one of the two, for example "cron(0 3 * * ? *)"'],
    ["cron(60 3 * * ? *)", "write a value from 0 to 59, or * for each"],
    ["cron(0 24 * * ? *)", "write a value from 0 to 23, or * for each"],
    ["cron(0 3 32 * ? *)", "write a value from 1 to 31, or * for each"],
    ["cron(0 3 ? * 0 *)", "write a value from 1 to 7, or * for each"],
    ["cron(0 3 ? * MONDAY *)", "write a value from 1 to 7, or * for each"],
    ["cron(0 3 L-3,x * ? *)", "write a value from 1 to 31, or * for each"],
    ["rate(30 seconds)", 'write for example "rate(1 hour)"'],
    ["rate(2 weeks)", 'write for example "rate(14 days)"'],
    ["rate(0 minutes)", 'write for example "rate(5 minutes)"'],
    ["rate(1.5 hours)", 'write for example "rate(5 hours)"'],
    ["rate(hourly)", 'write for example "rate(1 hour)"'],
    ["at(2027-01-31 03:00)", 'write "at(yyyy-mm-ddThh:mm:ss)", for example "at(2027-01-31T03:00:00)"'],
    ["at(2027-02-30T03:00:00)", 'write "at(yyyy-mm-ddThh:mm:ss)", for example "at(2027-01-31T03:00:00)"'],
    ["at(2027-01-31T03:00:00Z)", 'write "at(yyyy-mm-ddThh:mm:ss)", for example "at(2027-01-31T03:00:00)"'],
    ["every day", 'write "cron(0 3 * * ? *)" or "rate(1 hour)"'],
  ])("%s is refused, and the fix says what to type", (expression, fix) => {
    expect(issuesOf(expression)).toMatchObject([{ code: "schedule-expression-invalid", path: "schedule", fix }]);
    expect(issuesOf(expression)[0]?.problem).toContain(`"${expression}"`);
  });

  it("says where the time zone belongs", () => {
    expect(issuesOf("at(2027-01-31T03:00:00+01:00)")[0]?.problem).toContain("the time zone stands in timeZone");
  });
});
