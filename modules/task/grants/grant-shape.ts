import { either, list, type MembersOf, object, required, text } from "../../shapes/shape";
import type { UncheckedGrant } from "./grant";

/** The shape of a grant. */
export const GRANT = object(
  {
    service: required(text("sqs")),
    access: either(text("consume"), list(text("consume"))),
    actions: list(text("sqs:SendMessage")),
    key: text("arn:aws:kms:eu-west-1:123456789012:key/0a1b"),
    accessPoint: text("arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point/fsap-0123456789abcdef0"),
    on: required(either(text("arn:aws:sqs:eu-west-1:123456789012:orders"), list(text("*")))),
  } satisfies MembersOf<UncheckedGrant>,
  '{ service: "sqs", access: "consume", on: queue.arn }',
);
