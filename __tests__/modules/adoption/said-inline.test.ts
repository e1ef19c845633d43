import { expect, it } from "vitest";
import type { ResourceOfPlan, ResourcesOfPlan } from "../../../modules/adoption/resources-of-plan";
import { removedBlocks, saidInline } from "../../../modules/adoption/said-inline";
import type { JsonObject } from "../../../modules/values/is-json-value";

const resource = (address: string, values: JsonObject, configured?: readonly string[]): ResourceOfPlan => ({
  address,
  type: /(aws_\w+)\./.exec(address)?.[1] ?? "",
  values,
  unknown: new Set(),
  references: new Map(),
  ...(configured === undefined ? {} : { configured: new Set(configured) }),
});
const OLD = resource("aws_vpc_endpoint.old", { id: "vpce-1" });
const association = (address = "aws_vpc_endpoint_route_table_association.app", configured?: readonly string[]) =>
  resource(address, { vpc_endpoint_id: "vpce-1", route_table_id: "rtb-1" }, configured);

function found(
  leaving: readonly ResourceOfPlan[],
  configured = ["route_table_ids"],
  more: Partial<ResourcesOfPlan> = {},
) {
  const endpoint = resource("aws_vpc_endpoint.s3", {}, configured);
  const resources = { leaving, forgotten: [], arriving: [endpoint], staying: [], moved: [], importing: [], ...more };
  return saidInline(resources, new Map([["aws_vpc_endpoint.s3", OLD]])).map(({ address }) => address);
}

it("finds an association whose endpoint is taken over and says its route tables itself", () => {
  expect(found([association()])).toEqual(["aws_vpc_endpoint_route_table_association.app"]);
});

it.each([
  ["aws_vpc_endpoint_subnet_association", "subnet_ids"],
  ["aws_vpc_endpoint_security_group_association", "security_group_ids"],
  ["aws_vpc_endpoint_policy", "policy"],
  ["aws_vpc_endpoint_private_dns", "private_dns_enabled"],
])("finds %s where the endpoint says %s", (type, attribute) => {
  expect(found([association(`${type}.app`)], [attribute])).toEqual([`${type}.app`]);
  expect(found([association(`${type}.app`)], ["tags"])).toEqual([]);
});

it("finds one that stood so in an earlier plan, where the endpoint has its new address already", () => {
  const staying = [resource("aws_vpc_endpoint.s3", { id: "vpce-1" }, ["route_table_ids"])];
  const resources = { leaving: [association()], forgotten: [], arriving: [], staying, moved: [], importing: [] };
  expect(saidInline(resources, new Map(staying.map((each) => [each.address, each])))).toEqual([association()]);
});

it("finds again what a block removed lets go already, for the file is written anew", () => {
  expect(found([], ["route_table_ids"], { forgotten: [association()] })).toEqual([association().address]);
});

it.each([
  ["of an endpoint that nothing takes over", [resource(association().address, { vpc_endpoint_id: "vpce-2" })]],
  [
    "that the configuration still has, with fewer instances",
    [association("aws_vpc_endpoint_route_table_association.app[1]", [])],
  ],
  ["of another type", [association("aws_route_table_association.app")]],
])("finds none %s", (_, leaving) => {
  expect(found(leaving)).toEqual([]);
});

it("finds none of several instances where one has to go, for a block is for all of them", () => {
  const one = association('module.net["a"].aws_vpc_endpoint_route_table_association.app["x"]');
  const address = 'module.net["b"].aws_vpc_endpoint_route_table_association.app["y.z]"]';
  expect(found([one, association(address)])).toEqual([one.address, address]);
  expect(found([one, resource(address, { vpc_endpoint_id: "vpce-2" })])).toEqual([]);
});

it("writes one block for all instances, which destroys nothing", () => {
  expect(
    removedBlocks([
      association('module.net["a"].aws_vpc_endpoint_policy.app[0]'),
      association('module.net["b"].aws_vpc_endpoint_policy.app[1]'),
    ]),
  ).toEqual(["removed {\n  from = module.net.aws_vpc_endpoint_policy.app\n  lifecycle {\n    destroy = false\n  }\n}"]);
});
