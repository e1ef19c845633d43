import { expect, it } from "vitest";
import { arnRegion } from "../../../modules/aws/arn-region";
import { STRING_TOKENS } from "../../support/tokens";

it.each([
  ["arn:aws:ssm:eu-west-1:123456789012:parameter/a", "eu-west-1"],
  ["arn:aws:s3:::bucket/key", undefined],
  ["/parameter/name", undefined],
  ["a:b:c:d", undefined],
  ["arn:aws:ssm:${var.region}:123456789012:parameter/a", undefined],
])("the Region of %s is %s", (arn, region) => expect(arnRegion(arn)).toBe(region));

it.each(STRING_TOKENS)("%s has no Region that is known", (_name, token) => expect(arnRegion(token)).toBeUndefined());
