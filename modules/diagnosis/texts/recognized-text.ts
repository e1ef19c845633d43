import type { FailedCall } from "../causes/failed-call";
import { APPLICATION_TEXT, applicationCall } from "./application-texts";
import { DEPLOY_TEXTS } from "./deploy-texts";
import { FILE_TEXTS } from "./file-texts";
import type { KnownText } from "./known-text";
import { LOG_TEXTS } from "./log-texts";
import { REGISTRY_TEXTS } from "./registry-texts";
import { SECRET_TEXTS } from "./secret-texts";
import { SESSION_TEXTS } from "./session-texts";
import { START_TEXTS } from "./start-texts";

/** Every text that is known, each before those that its message has as well. */
export const KNOWN_TEXTS: readonly KnownText[] = [
  ...DEPLOY_TEXTS,
  ...SESSION_TEXTS,
  ...FILE_TEXTS,
  ...SECRET_TEXTS,
  ...LOG_TEXTS,
  ...REGISTRY_TEXTS,
  ...START_TEXTS,
];

/** A text that was recognized, and the call that failed. */
export interface RecognizedText extends Omit<KnownText, "pattern" | "call"> {
  readonly call: FailedCall;
}

/** An error of Terraform about a request that its provider has made, from where Terraform runs. */
const OF_PROVIDER =
  /^Error: (?:creating|reading|updating|modifying|deleting|waiting|importing|listing|finding|putting|describing|setting|attaching)\b/i;

/** What a message on one line tells. @returns `undefined` where it is none that is known */
export function recognizedMessage(text: string): RecognizedText | undefined {
  const isOfProvider = OF_PROVIDER.test(text);
  const known = (isOfProvider ? DEPLOY_TEXTS : KNOWN_TEXTS).find(({ pattern }) => pattern.test(text));
  if (known !== undefined) {
    const { pattern, call, ...others } = known;
    return { ...others, call: call(text) };
  }
  const call = isOfProvider ? undefined : applicationCall(text);
  return call === undefined ? undefined : { ...APPLICATION_TEXT, call };
}
