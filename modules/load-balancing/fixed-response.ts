import type { LbListenerDefaultAction } from "@cdktf/provider-aws/lib/lb-listener";
import { type Issue, issue } from "../issues/issue";
import { asWritten } from "../text/words";
import { isUnresolved } from "../values/unresolved";
import { numberAsText } from "./number-as-text";

/** What a listener answers itself. */
export interface FixedResponse {
  /** Status code: 200 to 299, or 400 to 599. @default 404 */
  readonly statusCode?: number;
  /** @default "text/plain" */
  readonly contentType?: "text/plain" | "text/css" | "text/html" | "application/javascript" | "application/json";
  /** At most 1024 characters. @default - none */
  readonly body?: string;
}

/** Source: Elastic Load Balancing API Reference, FixedResponseActionConfig, read 2026-11-28. */
const CONTENT_TYPES: readonly string[] = [
  "text/plain",
  "text/css",
  "text/html",
  "application/javascript",
  "application/json",
] satisfies readonly FixedResponse["contentType"][];
const MOST_OF_A_BODY = 1024;

/** Everything that is wrong with what a listener is to answer. */
export function* checkFixedResponse({ statusCode, contentType, body }: FixedResponse, path: string): Generator<Issue> {
  if (statusCode !== undefined && !isUnresolved(statusCode) && !/^[245]\d\d$/.test(String(statusCode))) {
    yield issue("load-balancer-setting-invalid", {
      path: `${path}.statusCode`,
      problem: `a listener does not answer ${asWritten(statusCode)}`,
      why: "AWS takes status codes from 200 to 299 and from 400 to 599",
      fix: "write statusCode: 404, or leave it out",
    });
  }
  if (contentType !== undefined && !isUnresolved(contentType) && !CONTENT_TYPES.includes(contentType)) {
    yield issue("load-balancer-setting-invalid", {
      path: `${path}.contentType`,
      problem: `"${contentType}" is none of ${CONTENT_TYPES.join(", ")}`,
      fix: 'write contentType: "text/plain", or leave it out',
    });
  }
  if (body === undefined || isUnresolved(body) || body.length <= MOST_OF_A_BODY) return;
  yield issue("load-balancer-setting-invalid", {
    path: `${path}.body`,
    problem: `the answer has ${body.length} characters`,
    why: `AWS takes ${MOST_OF_A_BODY}`,
    fix: "write a shorter one",
  });
}

/** The answer as the action of a listener. */
export function fixedResponseAction({
  statusCode = 404,
  contentType = "text/plain",
  body,
}: FixedResponse): LbListenerDefaultAction {
  return {
    type: "fixed-response",
    fixedResponse: {
      statusCode: numberAsText(statusCode),
      contentType,
      ...(body === undefined ? {} : { messageBody: body }),
    },
  };
}
