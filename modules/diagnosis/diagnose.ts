import { isEndpointServiceName } from "../aws/endpoint-services/endpoint-service-facts";
import { hostNames } from "../aws/endpoint-services/host-names";
import type { CallWords } from "./causes/cause";
import { CAUSE_TABLE, type CauseName } from "./causes/cause-table";
import type { FailedCall } from "./causes/failed-call";
import type { Diagnosis, NamedCause } from "./diagnosis";
import { type Evidence, evidenceIn } from "./input/evidence";
import { findMessages } from "./input/find-messages";
import { hostsIn } from "./input/host-in-text";
import type { Message } from "./input/message";
import { shownText } from "./input/shown-text";
import { orderedCauses } from "./ordered-causes";
import { type RecognizedText, recognizedMessage } from "./texts/recognized-text";

/**
 * What an input tells of why a task failed: messages as text, or the JSON of ECS, of an event or of a log. Of messages that tell
 * the same there is one, and those that name one call come before those that leave it open.
 */
export function diagnose(input: string): readonly Diagnosis[] {
  const found = new Map<string, Diagnosis>();
  for (const message of findMessages(input)) {
    const recognized = recognizedMessage(message.text);
    if (recognized === undefined) continue;
    const diagnosis = diagnosed(message, recognized);
    const key = JSON.stringify([diagnosis.text, diagnosis.call, diagnosis.causes.map(({ cause }) => cause)]);
    const before = found.get(key);
    found.set(key, before === undefined ? diagnosis : { ...before, count: before.count + 1 });
  }
  return [...found.values()].toSorted((a, b) => openness(a) - openness(b));
}

function openness({ call }: Diagnosis): number {
  return call.services.length > 1 ? 1 : 0;
}

function diagnosed(message: Message, recognized: RecognizedText): Diagnosis {
  const evidence = evidenceIn(message.text);
  const call = completed(recognized.call, message, evidence);
  const { causes, excluded } = orderedCauses({ ...recognized, call }, evidence);
  const words = wordsOf(call);
  const { name, what, source, confidence } = recognized;
  return {
    text: name,
    what,
    message: shownText(message.text),
    ...(message.place === undefined || message.place === "" ? {} : { place: message.place }),
    count: 1,
    call,
    tasks: message.tasks,
    ...(message.placement === undefined ? {} : { placement: message.placement }),
    evidence,
    causes: causes.map((cause) => inWords(cause, words)),
    excluded,
    source,
    confidence,
  };
}

/** A call with the Region, the host and the action that the message or what is around it tells. */
function completed(call: FailedCall, { text, region: around }: Message, { action }: Evidence): FailedCall {
  const named = hostsIn(text).find(({ service }) => service !== undefined && call.services.includes(service));
  const region = call.region ?? named?.region ?? regionOfArn(text) ?? around;
  const host = call.host ?? named?.host;
  return {
    ...call,
    ...(action === undefined ? {} : { actions: [action] }),
    ...(region === undefined ? {} : { region }),
    ...(host === undefined ? {} : { host }),
  };
}

function regionOfArn(text: string): string | undefined {
  return /\barn:aws[a-z-]*:[a-z0-9-]+:([a-z]{2,}(?:-[a-z]+)+-\d+):/.exec(text)?.[1];
}

/** A cause in the words of a call. */
export function inWords(cause: CauseName, words: CallWords): NamedCause {
  const { says, tells, look, fix } = CAUSE_TABLE[cause];
  return { cause, says: says(words), tells: tells(words), look: look(words), fix: fix(words) };
}

/** What causes are told of a call. */
export function wordsOf({ services, actions, by, region = "REGION", host }: FailedCall): CallWords {
  const [first = "the service"] = services;
  const service = services.length > 1 ? `${services.slice(0, -1).join(", ")} or ${services.at(-1)}` : first;
  const known = isEndpointServiceName(first) ? hostNames(first, region)?.names[0] : undefined;
  return {
    service,
    region,
    host: host ?? known ?? service,
    action: actions.length === 0 ? "the actions that are asked for" : actions.join(", "),
    role: by === "task-role" ? "task role" : "execution role",
    serviceName: services.map((each) => `com.amazonaws.${region}.${each}`).join(","),
  };
}
