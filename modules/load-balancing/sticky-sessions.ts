import type { LbTargetGroupStickiness } from "@cdktf/provider-aws/lib/lb-target-group";
import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";
import { checkWhole } from "./check-whole";

/** Clients that stay with the task that answered first, by a cookie. */
export interface StickySessions {
  /** Seconds, 1 to 604,800. @default - the provider's: 86,400, a day */
  readonly seconds?: number;
  /** Name of the cookie of the application that the load balancer goes by. @default - the load balancer has a cookie of its own */
  readonly cookieName?: string;
}

/** Everything that is wrong with sticky sessions. Source: User Guide for Application Load Balancers, "Sticky sessions", read 2026-11-28. */
export function* checkStickySessions(sticky: StickySessions | undefined, path: string): Generator<Issue> {
  if (sticky === undefined) return;
  const { seconds, cookieName } = sticky;
  yield* checkWhole("load-balancer-setting-invalid", seconds, `${path}.seconds`, {
    least: 1,
    most: 604_800,
    what: "number of seconds",
  });
  if (cookieName === undefined || isUnresolved(cookieName)) return;
  const isOfBalancer = /^AWSALB(?:APP|TG)?/.test(cookieName);
  if (!isOfBalancer && /^[!#$%&'*+.^`|~\w-]+$/.test(cookieName)) return;
  yield issue("load-balancer-setting-invalid", {
    path: `${path}.cookieName`,
    problem: `"${cookieName}" is not the name of a cookie of the application`,
    ...(isOfBalancer ? { why: "the load balancer keeps the names that start with AWSALB for its own" } : {}),
    fix: isOfBalancer
      ? "leave cookieName out for the cookie of the load balancer, or name one of the application"
      : "write a name without spaces, commas, semicolons and equals signs",
  });
}

/** Sticky sessions as an attribute of a target group. */
export function stickinessAttributes({ seconds, cookieName }: StickySessions): LbTargetGroupStickiness {
  return {
    type: cookieName === undefined ? "lb_cookie" : "app_cookie",
    enabled: true,
    ...(seconds === undefined ? {} : { cookieDuration: seconds }),
    ...(cookieName === undefined ? {} : { cookieName }),
  };
}
