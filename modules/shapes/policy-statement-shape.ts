import type { PolicyStatement } from "../aws/policy-document";
import { anything, list, type MembersOf, object, record, required, text } from "./shape";

/** The shape of a {@link PolicyStatement}. */
export const POLICY_STATEMENT = object({
  sid: text("Read"),
  effect: text("Allow"),
  principal: anything('"*"'),
  actions: required(list(text("sqs:SendMessage"))),
  resources: list(text("*")),
  conditions: record(record(anything('"eu-west-1"'), "aws:RequestedRegion"), "StringEquals"),
} satisfies MembersOf<PolicyStatement>);
