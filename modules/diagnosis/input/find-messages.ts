import { DEEPEST } from "../../values/nesting";
import type { Message, MessageContext } from "./message";
import { splitMessages } from "./split-messages";
import { agentMessages, contextOf } from "./task-json";

/**
 * Members that hold what went wrong: of the answers of `describe-tasks` and `describe-services`, of events of EventBridge, of
 * CloudTrail and of CloudFormation, and of logs in JSON.
 */
const MEMBERS = new Set(
  [
    "stoppedReason",
    "reason",
    "message",
    "error",
    "errorMessage",
    "cause",
    "detail",
    "log",
    "msg",
    "statusReason",
  ].concat(["rolloutStateReason", "resourceStatusReason", "exception", "err", "summary"]),
);

const NOTHING: MessageContext = { tasks: [] };

/** The messages in an input: those in the members of JSON, also of JSON within text, and else the text itself. */
export function findMessages(text: string): readonly Message[] {
  const json = parsed(text);
  if (json !== undefined) return messagesIn(json);
  const lines = text.split(/\r?\n/).map((line) => ({ line, json: parsed(line) }));
  const found = lines.flatMap((each) => (each.json === undefined ? [] : messagesIn(each.json)));
  const others = lines.flatMap((each) => (each.json === undefined ? each.line : []));
  return [...found, ...splitMessages(others.join("\n")).map((each) => ({ ...NOTHING, text: each }))];
}

/** JSON that is an object or a list, where a text is one. */
function parsed(text: string): object | undefined {
  const start = text.replace(/^\uFEFF/, "").trim();
  if (!/^[[{"]/.test(start)) return undefined;
  try {
    const value: unknown = JSON.parse(start);
    if (typeof value === "string") return parsed(value);
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The named members of a document, or where it has none all its texts. */
function messagesIn(json: object): readonly Message[] {
  const named = [...walk(json, { place: "", isNamed: false, context: NOTHING, depth: 0 })];
  return named.some(({ isNamed }) => isNamed)
    ? named.flatMap((each) => (each.isNamed ? each.message : []))
    : named.map(({ message }) => message);
}

interface Step {
  readonly place: string;
  readonly isNamed: boolean;
  readonly context: MessageContext;
  readonly depth: number;
}

interface FoundText {
  readonly message: Message;
  readonly isNamed: boolean;
}

function* walk(value: unknown, step: Step): Generator<FoundText> {
  if (step.depth > DEEPEST) return;
  if (typeof value === "string") {
    yield* texts(value, step);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const context = contextOf(value, step.context);
  for (const text of agentMessages(value)) {
    yield { isNamed: true, message: { ...context, text, place: step.place } };
  }
  for (const [name, member] of Object.entries(value)) {
    const place = Array.isArray(value)
      ? `${step.place}[${name}]`
      : `${step.place}${step.place === "" ? "" : "."}${name}`;
    const isNamed = Array.isArray(value) ? step.isNamed : MEMBERS.has(name);
    yield* walk(member, { place, isNamed, context, depth: step.depth + 1 });
  }
}

/** A text of JSON is a document in a document, as queues and topics deliver it. */
function* texts(text: string, step: Step): Generator<FoundText> {
  const inner = parsed(text);
  if (inner !== undefined) {
    yield* walk(inner, { ...step, isNamed: false, depth: step.depth + 1 });
    return;
  }
  for (const each of splitMessages(text)) {
    yield { isNamed: step.isNamed, message: { ...step.context, text: each, place: step.place } };
  }
}
