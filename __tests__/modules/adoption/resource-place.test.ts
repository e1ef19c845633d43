import { expect, it } from "vitest";
import { accountOfArn, isElsewhere, type ProviderPlaces } from "../../../modules/adoption/resource-place";

const LOG_GROUP = { arn: "arn:aws:logs:eu-west-1:111111111111:log-group:/orders" };
const provider = (region?: string, otherRegions: readonly string[] = [], account?: string): ProviderPlaces => ({
  place: { region, account },
  otherRegions: new Set(otherRegions),
});

it("what stands in one Region is not what a provider of another makes", () => {
  expect(isElsewhere(LOG_GROUP, {}, provider("us-east-1"))).toBe(true);
  expect(isElsewhere(LOG_GROUP, {}, provider("eu-west-1"))).toBe(false);
});

it("an id that is an ARN tells the Region as well, and what is global has none", () => {
  const service = { id: "arn:aws-cn:ecs:cn-north-1:111111111111:service/orders/orders" };
  expect(isElsewhere(service, {}, provider("cn-northwest-1"))).toBe(true);
  expect(isElsewhere({ arn: "arn:aws:iam::111111111111:role/orders" }, {}, provider("us-east-1"))).toBe(false);
  expect(isElsewhere({ id: "rtbassoc-1" }, {}, provider("us-east-1"))).toBe(false);
});

it("a provider of which the Region is not known may be the one, unless another is known to be of that Region", () => {
  expect(isElsewhere(LOG_GROUP, {}, provider(undefined, ["us-east-1"]))).toBe(false);
  expect(isElsewhere(LOG_GROUP, {}, provider(undefined, ["eu-west-1"]))).toBe(true);
  expect(isElsewhere(LOG_GROUP, {}, undefined)).toBe(false);
});

it("the Region that a resource says itself comes before that of its provider", () => {
  expect(isElsewhere(LOG_GROUP, { region: "eu-west-1" }, provider("us-east-1"))).toBe(false);
  expect(isElsewhere({ region: "eu-west-1" }, { region: "us-east-1" }, provider("eu-west-1"))).toBe(true);
});

it("what stands in one account is not what a provider of another makes", () => {
  const role = { arn: "arn:aws:iam::111111111111:role/orders" };
  expect(isElsewhere(role, {}, provider("us-east-1", [], "222222222222"))).toBe(true);
  expect(isElsewhere(role, {}, provider("us-east-1", [], "111111111111"))).toBe(false);
});

it("an ARN has its account in the fifth place, and other texts have none", () => {
  expect(accountOfArn("arn:aws:iam::222222222222:role/deploy")).toBe("222222222222");
  expect(["arn:aws:s3:::bucket", "deploy", undefined].map(accountOfArn)).toEqual([undefined, undefined, undefined]);
});
