import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";

/** A field of a cron expression: its name, its range, and the words that stand for numbers. */
interface CronField {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly words: readonly string[];
  /** Letters and signs that it takes besides `,`, `-`, `*` and `/`. */
  readonly signs: string;
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"] as const;
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"] as const;

/** Source: https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html */
const CRON_FIELDS: readonly CronField[] = [
  { name: "minutes", least: 0, most: 59, words: [], signs: "" },
  { name: "hours", least: 0, most: 23, words: [], signs: "" },
  { name: "day of the month", least: 1, most: 31, words: [], signs: "?LW" },
  { name: "month", least: 1, most: 12, words: MONTHS, signs: "" },
  { name: "day of the week", least: 1, most: 7, words: WEEKDAYS, signs: "?L#" },
  { name: "year", least: 1970, most: 2199, words: [], signs: "" },
];

/**
 * What is wrong with the expression of a schedule of EventBridge Scheduler, or of Application Auto Scaling, which takes the same. Rates take a unit in the singular and in the
 * plural, whatever the number: only rules of EventBridge tell them apart.
 *
 * Source: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/scheduler_schedule (`rate(1 hours)`)
 */
export function* checkScheduleExpression(
  expression: string,
  path: string,
  by: "EventBridge Scheduler" | "Application Auto Scaling" = "EventBridge Scheduler",
): Generator<Issue> {
  if (isUnresolved(expression)) return;
  const [, kind, inner = ""] = /^(cron|rate|at)\((.*)\)$/s.exec(expression.trim()) ?? [];
  const found = kind === undefined ? otherKind(expression) : PROBLEMS[kind]?.(inner.trim());
  if (found === undefined) return;
  const [problem, fix] = found;
  yield issue("schedule-expression-invalid", {
    path,
    problem: `"${expression}" ${problem}`,
    why: `${by} takes cron(…) with six fields, rate(…) of a minute or more, and at(…) for one time`,
    fix: `write ${fix}`,
  });
}

type Found = readonly [problem: string, fix: string];

const PROBLEMS: Readonly<Record<string, (inner: string) => Found | undefined>> = {
  cron: cronProblem,
  rate: rateProblem,
  at: atProblem,
};

function otherKind(expression: string): Found {
  const fields = expression.trim().split(/\s+/);
  const isCron = fields.length === 5 || fields.length === 6;
  const example = fields.length === 5 ? withYear(fields) : undefined;
  return [
    "is neither cron(…), rate(…) nor at(…)",
    isCron ? `"cron(${example ?? fields.join(" ")})"` : '"cron(0 3 * * ? *)" or "rate(1 hour)"',
  ];
}

function cronProblem(inner: string): Found | undefined {
  const fields = inner.split(/\s+/).filter((field) => field !== "");
  if (fields.length !== CRON_FIELDS.length) {
    const example = fields.length === 5 ? withYear(fields) : "0 3 * * ? *";
    return [`has ${fields.length} fields, and a cron expression has six; the sixth is the year`, `"cron(${example})"`];
  }
  for (const [index, field] of CRON_FIELDS.entries()) {
    const text = fields[index] ?? "";
    if (isOfField(text, field)) continue;
    const { name, least, most } = field;
    return [`has "${text}" for the ${name}`, `a value from ${least} to ${most}, or * for each`];
  }
  const days = [fields[2], fields[4]];
  if (days.filter((day) => day === "?").length === 1) return undefined;
  return [
    days[0] === "?"
      ? "has ? for both the day of the month and the day of the week"
      : "says both the day of the month and the day of the week",
    `? for one of the two, for example "cron(${withQuestionMark(fields)})"`,
  ];
}

/** A cron expression of five fields as other systems have it, with the year, and ? for one of the two days. */
function withYear(fields: readonly string[]): string {
  return withQuestionMark([...fields, "*"]);
}

function withQuestionMark(fields: readonly string[]): string {
  const [minutes, hours, dayOfMonth, month, dayOfWeek, year] = fields;
  const isWeekly = dayOfMonth === "*" && dayOfWeek !== "*" && dayOfWeek !== "?";
  const days = isWeekly ? ["?", month, dayOfWeek] : [dayOfMonth === "?" ? "*" : dayOfMonth, month, "?"];
  return [minutes, hours, ...days, year].join(" ");
}

function isOfField(text: string, { least, most, words, signs }: CronField): boolean {
  return text.split(",").every((part) => {
    if (part === "*" || (signs.includes(part) && part !== "")) return true;
    return part.split(/[-/#]/).every((value, index) => {
      if (/^\d+$/.test(value)) return index > 0 || (Number(value) >= least && Number(value) <= most);
      const [, bare = ""] = /^([A-Z0-9]*?)[LW]*$/i.exec(value) ?? [];
      const isSigned = signs !== "" && bare !== value && (bare === "" || /^\d+$/.test(bare));
      return isSigned || (value === "*" && index === 0) || words.includes(value.toUpperCase());
    });
  });
}

function rateProblem(inner: string): Found | undefined {
  const [, value = "", unit = ""] = /^(\S*)\s*(.*)$/.exec(inner) ?? [];
  if (!/^(?:minute|hour|day)s?$/.test(unit)) {
    const example = /^weeks?$/.test(unit) ? `${7 * (Number(value) || 1)} days` : "1 hour";
    return [`has the unit "${unit}"; the units are minutes, hours and days`, `for example "rate(${example})"`];
  }
  if (/^[1-9]\d*$/.test(value)) return undefined;
  return [`has the value "${value}", which is no whole number from 1`, `for example "rate(5 ${unit})"`];
}

function atProblem(inner: string): Found | undefined {
  const isWritten = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(inner);
  // A date that there is not, such as the 31st of June, is taken for the first days of July.
  const isDate = isWritten && new Date(`${inner}Z`).toJSON()?.startsWith(inner) === true;
  if (isDate) return undefined;
  const zone = /(?:Z|[+-]\d\d:?\d\d)$/.exec(inner)?.[0];
  return [
    zone === undefined ? "is not a date and time that there is" : `ends in "${zone}"; the time zone stands in timeZone`,
    '"at(yyyy-mm-ddThh:mm:ss)", for example "at(2027-01-31T03:00:00)"',
  ];
}
