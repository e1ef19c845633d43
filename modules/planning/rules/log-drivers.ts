import { logDriverKind } from "../../task/log-drivers/log-driver";
import { logDriversOf } from "../../task/log-drivers/placed-log-driver";
import type { AskRule } from "./ask-rule";

/** What writing logs asks; each kind of log driver says it. */
export const logDrivers: AskRule = {
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
  *asks({ task, context }) {
    for (const { driver, path } of logDriversOf(task)) yield* logDriverKind(driver)?.asks(driver, path, context) ?? [];
  },
};
