import { expect, it } from "vitest";
import { isOfRoot, providerLine, providerOfPlan } from "../../../modules/adoption/provider-of-plan";
import type { JsonValue } from "../../../modules/values/json-value";

const plan = (providers: Readonly<Record<string, JsonValue>>) => ({
  variables: { far: { value: "us-east-1" } },
  configuration: {
    provider_config: Object.fromEntries(Object.entries(providers).map(([key, expressions]) => [key, { expressions }])),
  },
});
const TWO = plan({
  aws: { region: { constant_value: "eu-west-1" } },
  "aws.far": {
    region: { references: ["var.far"] },
    assume_role: [{ role_arn: { constant_value: "arn:aws:iam::222222222222:role/deploy" } }],
  },
});

it("makes things where its configuration says, by a text or a variable, in the account of its role", () => {
  expect(providerOfPlan(TWO, "aws.far")).toEqual({
    key: "aws.far",
    place: { region: "us-east-1", account: "222222222222" },
    otherRegions: new Set(["eu-west-1"]),
  });
  expect(providerOfPlan(TWO, "aws")?.place).toEqual({ region: "eu-west-1", account: undefined });
});

it("is of no known Region where the configuration has none, or an expression", () => {
  const unsaid = plan({ aws: {}, "aws.far": { region: { references: ["local.far"] } } });
  expect(providerOfPlan(unsaid, "aws")).toEqual({
    key: "aws",
    place: { region: undefined, account: undefined },
    otherRegions: new Set(),
  });
});

it("is none where the plan does not say it", () => {
  expect(providerOfPlan(TWO, undefined)).toBeUndefined();
  expect(providerOfPlan({}, "aws")).toBeUndefined();
});

it("is said by a line where a block would have another", () => {
  expect(["aws", "aws.far", "other"].map((key) => providerLine(providerOfPlan(plan({}), key)))).toEqual([
    [],
    ["provider = aws.far"],
    ["provider = other"],
  ]);
  expect(providerLine(undefined)).toEqual([]);
});

it("cannot be said by a block of the root module where a module has it for itself", () => {
  expect(["aws.far", "module.net:aws"].map((key) => isOfRoot(providerOfPlan(plan({}), key)))).toEqual([true, false]);
});
