import { expect, it } from "vitest";
import { secretArnPatterns, secretArnSuffix } from "../../../modules/aws/secret-arn";

const arn = (name: string) => `arn:aws:secretsmanager:eu-west-1:123456789012:secret:${name}`;

it.each([
  ["orders-AbCdEf", "chosen"],
  ["team/orders-a1b2c3", "chosen"],
  ["orders", "missing"],
  ["orders-token", "missing"],
  ["orders-passwords", "missing"],
  ["orders_AbCdEf", "missing"],
  ["db-secret", "either"],
  ["DB-MASTER", "either"],
  ["backup-202611", "either"],
  ["${TfToken[TOKEN.1]}", "either"],
  ["orders-${aws_secretsmanager_secret.orders.name}", "either"],
])("the suffix of %s is %s", (name, suffix) => {
  expect(secretArnSuffix(arn(name))).toBe(suffix);
});

it("a statement names the whole ARN, and both readings where either is possible", () => {
  expect(secretArnPatterns(arn("orders-AbCdEf"))).toEqual([arn("orders-AbCdEf")]);
  expect(secretArnPatterns(arn("orders"))).toEqual([arn("orders-??????")]);
  expect(secretArnPatterns(arn("db-secret"))).toEqual([arn("db-secret"), arn("db-secret-??????")]);
});
