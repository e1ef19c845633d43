import { canHold, SECRET_SUFFIX, type SymbolicText, UNKNOWN_TEXT } from "./symbol";
import type { Truth } from "./truth";

/**
 * Whether a text matches a pattern of an IAM policy, where `*` stands for any characters and `?` for one.
 *
 * Symbols on either side: yes if it matches whatever they stand for, no if it cannot match whatever they stand for.
 */
export function matchesPattern(text: SymbolicText, pattern: SymbolicText): Truth {
  if (pattern === "*" || isSame(text, pattern)) return "yes";
  if (differsAtAnEnd(text, pattern) || areTwoThings(text, pattern)) return "no";
  const [left, right] = [tokens(text, false), tokens(pattern, true)];
  if (matches(left, right, false)) return "yes";
  return matches(left, right, true) ? "unknown" : "no";
}

/** Whether two texts are the same. */
export function sameText(a: SymbolicText, b: SymbolicText): Truth {
  if (isSame(a, b)) return "yes";
  if (areTwoThings(a, b)) return "no";
  const [left, right] = [tokens(a, false), tokens(b, false)];
  if (matches(left, right, false)) return "yes";
  return matches(left, right, true) ? "unknown" : "no";
}

/** Whether two texts are written alike, and mean one thing. */
function isSame(a: SymbolicText, b: SymbolicText): boolean {
  return a === b && !a.includes(UNKNOWN_TEXT) && !a.includes(SECRET_SUFFIX);
}

/**
 * The ARN of something that is created here, of a type each resource of which has an ARN of its own. A version of a secret, as an
 * example of others, has that of the secret.
 */
const ARN_OF_CREATED =
  /^\$\{(?!(?:[^}]*[/.])?data\.)(?:[^}]*[/.])?aws_(cloudwatch_log_group|dynamodb_table|ecr_repository|efs_access_point|efs_file_system|iam_role|kms_key|s3_bucket|secretsmanager_secret|sns_topic|sqs_queue|ssm_parameter)\.[^}]*\.arn\}$/;

/** Whether two texts are the ARNs of two things of one type that are created here. */
function areTwoThings(a: SymbolicText, b: SymbolicText): boolean {
  if (a === b || !a.endsWith(".arn}") || !b.endsWith(".arn}")) return false;
  const type = ARN_OF_CREATED.exec(a)?.[1];
  return type !== undefined && type === ARN_OF_CREATED.exec(b)?.[1];
}

/** Whether two texts differ before the first wildcard or symbol, or behind the last: most patterns of a policy do. */
function differsAtAnEnd(text: SymbolicText, pattern: SymbolicText): boolean {
  const shorter = Math.min(text.length, pattern.length);
  let start = 0;
  while (start < shorter && text[start] === pattern[start] && !OPEN.has(text[start])) start++;
  if (start < shorter && isFixed(text[start], pattern[start])) return true;
  let end = 1;
  while (end <= shorter && text.at(-end) === pattern.at(-end) && !OPEN.has(text.at(-end))) end++;
  return end <= shorter && isFixed(text.at(-end), pattern.at(-end));
}

/** What a wildcard, or the start or the end of a symbol, looks like. */
const OPEN: ReadonlySet<string | undefined> = new Set(["*", "?", "$", "{", "}"]);

function isFixed(inText: string | undefined, inPattern: string | undefined): boolean {
  return !OPEN.has(inText) && !OPEN.has(inPattern);
}

/** One character, one that is not known, a symbol, or a wildcard of a pattern. */
type Token =
  | { readonly kind: "character"; readonly text: string }
  | { readonly kind: "some" }
  | { readonly kind: "symbol"; readonly text: string }
  | { readonly kind: "any" }
  | { readonly kind: "one" };

function tokens(text: SymbolicText, isPattern: boolean): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const part = partAt(text, at);
    at += part.length;
    if (part === SECRET_SUFFIX) found.push({ kind: "character", text: "-" }, ...SIX_CHARACTERS);
    else if (part.length > 2) found.push({ kind: "symbol", text: part });
    else if (isPattern && part === "*") found.push({ kind: "any" });
    else if (isPattern && part === "?") found.push({ kind: "one" });
    else found.push({ kind: "character", text: part });
  }
  return found;
}

const SIX_CHARACTERS: readonly Token[] = Array.from({ length: 6 }, () => ({ kind: "some" }));

/** A symbol, or one character. */
function partAt(text: SymbolicText, at: number): string {
  const end = text.startsWith("${", at) ? text.indexOf("}", at) : -1;
  return text.slice(at, end === -1 ? at + 1 : end + 1);
}

/**
 * Matches by a table over both sides, since either may have parts of any length.
 *
 * @param possibly whether symbols may stand for anything; else each stands for itself only
 */
function matches(left: readonly Token[], right: readonly Token[], possibly: boolean): boolean {
  const isWild = (token: Token | undefined) =>
    token !== undefined && (token.kind === "any" || (possibly && token.kind === "symbol"));
  let previous: readonly boolean[] = [];
  for (let row = 0; row <= left.length; row++) {
    const current: boolean[] = [];
    const a = left[row - 1];
    for (let column = 0; column <= right.length; column++) {
      const b = right[column - 1];
      current[column] =
        (row === 0 && column === 0) ||
        (isWild(b) && (current[column - 1] === true || (previous[column] === true && mayHold(b, a)))) ||
        (isWild(a) && (previous[column] === true || (current[column - 1] === true && mayHold(a, b)))) ||
        (a !== undefined && b !== undefined && previous[column - 1] === true && same(a, b, possibly));
    }
    // What has not matched up to here does not match further on.
    if (!current.includes(true)) return false;
    previous = current;
  }
  return previous[right.length] === true;
}

/** Whether a part of a text that may be anything can hold a character. */
function mayHold(wild: Token | undefined, held: Token | undefined): boolean {
  return wild?.kind !== "symbol" || held?.kind !== "character" || canHold(wild.text, held.text);
}

function same(a: Token, b: Token, possibly: boolean): boolean {
  if (b.kind === "one") return a.kind === "character" || a.kind === "some";
  if (a.kind === "some" || b.kind === "some") return possibly && a.kind !== "symbol" && b.kind !== "symbol";
  if (a.kind === "character" || a.kind === "symbol")
    return b.kind === a.kind && b.text === a.text && a.text !== UNKNOWN_TEXT;
  return false;
}
