import { expect, it } from "vitest";
import { readingsOf, withStars } from "../../../../modules/reachability/model/symbol";

it.each([
  [
    "arn:aws:logs:eu-west-1:${aws.account}:log-group:/orders:log-stream:${stream}",
    "arn:aws:logs:eu-west-1:ACCOUNT_ID:log-group:/orders:log-stream:*",
  ],
  ["arn:aws:ecr:eu-west-1:${aws.other.account}:repository/${?}", "arn:aws:ecr:eu-west-1:ACCOUNT_ID:repository/*"],
  [
    "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders${suffix}",
    "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-??????",
  ],
  [
    "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-secret${suffix?}",
    "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-secret*",
  ],
  ["${aws_sqs_queue.orders.arn}", "${aws_sqs_queue.orders.arn}"],
])("%s is written %s in a statement", (text, written) => {
  expect(withStars(text)).toBe(written);
});

it("a text whose end is possible can be read with it and without", () => {
  expect(readingsOf("secret:db-secret${suffix?}")).toEqual(["secret:db-secret", "secret:db-secret${suffix}"]);
  expect(readingsOf("secret:orders${suffix}")).toEqual(["secret:orders${suffix}"]);
});
