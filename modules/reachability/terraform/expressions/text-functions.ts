import { fits, TOO_LARGE } from "./budget";
import { endswith, startswith, trimprefix, trimsuffix } from "./ends-of-text";
import { format } from "./format-text";
import { isEqual, numberOf, textOf } from "./known-value";
import { quickPattern, quickPatternWithGroups } from "./quick-pattern";
import { repositoryArn } from "./repository-arn";
import type { TerraformFunction } from "./terraform-function";
import { ABSENT, errorValue, joinText, literal, type Value } from "./value";

/** Functions of text. Source: https://developer.hashicorp.com/terraform/language/functions */
export const TEXT_FUNCTIONS: Readonly<Record<string, TerraformFunction>> = {
  basename: ofText((text) => text.replace(/\/+$/, "").split("/").at(-1) ?? ""),
  chomp: ofText((text) => text.replace(/(?:\r?\n|\r)+$/, "")),
  dirname: ofText((text) => text.replace(/\/?[^/]*$/, "") || (text.startsWith("/") ? "/" : ".")),
  endswith,
  format: ([template, ...given]) => format(template, given),
  formatlist,
  join,
  lower: ofText((text) => text.toLowerCase()),
  regex,
  regexall,
  replace,
  split,
  startswith,
  strcontains: ofTexts((text, part) => text.includes(part)),
  substr: ([text, offset, count]) => {
    const [whole, start, length] = [textOf(text), numberOf(offset), numberOf(count)];
    if (whole === undefined || start === undefined || length === undefined) return undefined;
    const from = start < 0 ? Math.max(0, whole.length + start) : start;
    return literal(length < 0 ? whole.slice(from) : whole.slice(from, from + length));
  },
  title: ofText((text) => text.replaceAll(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1))),
  tostring: ([value]) => (value?.kind === "literal" && value.value !== null ? literal(String(value.value)) : value),
  trim: ofTexts((text, cut) => trim(text, new Set(cut))),
  trimprefix,
  trimspace: ofText((text) => text.trim()),
  trimsuffix,
  upper: ofText((text) => text.toUpperCase()),
};

function trim(text: string, cut: ReadonlySet<string>): string {
  const characters = [...text];
  const first = characters.findIndex((each) => !cut.has(each));
  return first === -1 ? "" : characters.slice(first, characters.findLastIndex((each) => !cut.has(each)) + 1).join("");
}

function ofText(change: (text: string) => string): TerraformFunction {
  return ([value]) => {
    const text = textOf(value);
    return text === undefined ? undefined : literal(change(text));
  };
}

function ofTexts(use: (first: string, second: string) => string | boolean): TerraformFunction {
  return ([one, two]) => {
    const [first, second] = [textOf(one), textOf(two)];
    return first === undefined || second === undefined ? undefined : literal(use(first, second));
  };
}

function join([separator, ...lists]: readonly Value[]): Value | undefined {
  if (separator?.kind !== "literal") return undefined;
  const items: Value[] = [];
  for (const list of lists) {
    if (list.kind !== "list") return undefined;
    for (const item of list.items) items.push(item);
  }
  if (!fits([separator], items.length)) return TOO_LARGE;
  return joinText(items.flatMap((item, index) => (index === 0 ? [item] : [separator, item])));
}

function split([separator, text]: readonly Value[]): Value | undefined {
  const by = textOf(separator);
  if (by === undefined || text === undefined) return undefined;
  const whole = textOf(text);
  if (whole !== undefined) return { kind: "list", items: whole.split(by).map(literal) };
  const pieces: (readonly Value[])[] = [[]];
  for (const part of text.kind === "text" ? text.parts : [text]) {
    const known = textOf(part);
    if (known === undefined && !surelyLacks(part, by)) return undefined;
    const [first, ...others] = known?.split(by).map(literal) ?? [part];
    pieces.splice(
      -1,
      1,
      [...(pieces.at(-1) ?? []), ...(first === undefined ? [] : [first])],
      ...others.map((each) => [each]),
    );
  }
  return { kind: "list", items: pieces.map(joinText) };
}

/** What is surely in no value of an attribute: a comma in no id, ARN or block, a slash in no bucket, nothing but digits in an account. */
function surelyLacks(value: Value, separator: string): boolean {
  if (value.kind !== "reference") return false;
  const { type, attribute } = value;
  if (type === undefined) return attribute === "account" && /^\D+$/.test(separator);
  if (separator === "/") return type === "aws_s3_bucket" && /^(?:arn|bucket|id)$/.test(attribute);
  return separator === "," && /^(?:(?:\w+_)?(?:id|arn)|cidr_block)$/.test(attribute);
}

/** Each argument that is a list gives an element to each text. */
function formatlist([template, ...given]: readonly Value[]): Value | undefined {
  if (given.some((value) => value.kind === "list" && value.isUnordered === true)) return undefined;
  const lengths = new Set(given.flatMap((value) => (value.kind === "list" ? value.items.length : [])));
  const [count, ...others] = lengths;
  if (count === undefined || others.length > 0 || template === undefined) return undefined;
  if (!fits([template, ...given.filter(({ kind }) => kind !== "list")], count)) return TOO_LARGE;
  const items = Array.from({ length: count }, (_, index) =>
    format(
      template,
      given.flatMap((value) => (value.kind === "list" ? (value.items[index] ?? []) : value)),
    ),
  );
  const known = items.filter((item) => item !== undefined);
  return known.length === count ? { kind: "list", items: known } : undefined;
}

/** The ARN of a task definition, as it is tried what a pattern takes from it. */
const WITHOUT_REVISION = "arn:aws:ecs:eu-west-1:123456789012:task-definition/web";

/** The ARN of a task definition from which its revision is cut, which the provider has as an attribute of its own. */
function arnWithoutRevision([value, search, replacement]: readonly Value[]): Value | undefined {
  const isArn = value?.kind === "reference" && value.type === "aws_ecs_task_definition" && value.attribute === "arn";
  if (!isArn || textOf(replacement) !== "") return undefined;
  const attribute = "arn_without_revision";
  if (search?.kind === "text") {
    const revision: Value = { ...value, attribute: "revision" };
    return isEqual(search, joinText([literal(":"), revision])) === true ? { ...value, attribute } : undefined;
  }
  const left = [7, 123].map((revision) =>
    replace([literal(`${WITHOUT_REVISION}:${revision}`), search ?? ABSENT, literal("")]),
  );
  return left.every((each) => textOf(each) === WITHOUT_REVISION) ? { ...value, attribute } : undefined;
}

function replace(given: readonly Value[]): Value | undefined {
  const [value, search, replacement] = given;
  const arn = arnWithoutRevision(given) ?? repositoryArn(given);
  if (arn !== undefined) return arn;
  const [text, part, by] = [textOf(value), textOf(search), textOf(replacement)];
  if (text === undefined || part === undefined || by === undefined) return undefined;
  if (!fits([literal(by)], text.length + 1)) return TOO_LARGE;
  if (!/^\/[\s\S]*\/$/.test(part) || part.length < 2) return literal(text.replaceAll(part, () => by));
  const pattern = quickPattern(part.slice(1, -1), text);
  return pattern && !by.includes("$") ? literal(text.replaceAll(pattern, by)) : undefined;
}

/** What matches: of each match its text, or the texts of its groups. */
function regexall([pattern, value]: readonly Value[]): Value | undefined {
  const matches = matchesOf(pattern, value);
  return matches && { kind: "list", items: Array.from(matches, captured) };
}

/** What matches first: its text, or the texts of its groups. */
function regex([pattern, value]: readonly Value[]): Value | undefined {
  const matches = matchesOf(pattern, value);
  if (matches === undefined) return undefined;
  const [match] = matches;
  return match === undefined ? errorValue("nothing in it matches the pattern") : captured(match);
}

function matchesOf(pattern: Value | undefined, value: Value | undefined): Iterable<RegExpMatchArray> | undefined {
  const text = textOf(value);
  const found = text === undefined ? undefined : quickPatternWithGroups(textOf(pattern) ?? "(", text);
  return found && text?.matchAll(found);
}

/** A group that takes no part in the match is null. */
function captured(match: RegExpMatchArray): Value {
  const [whole = "", ...others]: readonly (string | undefined)[] = match;
  const named = Object.entries<string | undefined>(match.groups ?? {});
  if (named.length > 0) {
    return { kind: "object", members: Object.fromEntries(named.map(([name, text]) => [name, literal(text ?? null)])) };
  }
  return others.length === 0 ? literal(whole) : { kind: "list", items: others.map((text) => literal(text ?? null)) };
}
