import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { symbolicJson } from "../../../../../modules/reachability/terraform/expressions/symbolic-text";
import {
  objectAt,
  objectsAt,
  type TerraformJson,
} from "../../../../../modules/reachability/terraform/expressions/terraform-json";
import type { Value } from "../../../../../modules/reachability/terraform/expressions/value";
import { nounOf } from "../../../../../modules/reachability/terraform/plan/plan-arguments";
import { relevance } from "../../../../../modules/reachability/terraform/plan/plan-effects";
import { PlanModule } from "../../../../../modules/reachability/terraform/plan/plan-module";
import { PlanNames } from "../../../../../modules/reachability/terraform/plan/plan-names";
import { readPlan } from "../../../../../modules/reachability/terraform/plan/read-plan";
import { jsonIn } from "../../../../support/code-blocks";

const FOLDER = join(__dirname, "../../../../../modules/reachability/terraform/plan");
const page = readFileSync(join(FOLDER, "README.md"), "utf8");
const [plan = {}, model = {}] = jsonIn(page);
const [endpointBlock = {}] = objectsAt(objectAt(objectAt(plan, "configuration"), "root_module"), "resources");

/** An argument of the endpoints of a plan, in the order of the plan. */
function ofEndpoints(json: TerraformJson, argument: string): Value[] {
  return readPlan(json, "")
    .filter(({ type }) => type === "aws_vpc_endpoint")
    .map((endpoint) => endpoint.argument(argument));
}

describe("the example of the page about plans", () => {
  it.each(["subnet_ids", "security_group_ids"])("leads to what the page says: %s", (argument) => {
    expect(ofEndpoints(plan, argument).map(symbolicJson)).toEqual([model[argument], model[argument]]);
  });

  it("has the sightings that are drawn", () => {
    const root = objectAt(objectAt(plan, "configuration"), "root_module");
    const module = new PlanModule("", root, { variables: {}, providers: {}, isRelevant: relevance(plan) });
    for (const instance of readPlan(plan, "")) module.add(instance);
    const names = new PlanNames();
    const sighted = (argument: string, expression: unknown) => {
      const noun = nounOf("aws_vpc_endpoint", argument);
      const found = names.sightings(module, expression, { noun, list: true, consumer: "aws_vpc_endpoint.this" });
      return found.map(({ values, ...others }) => ({ values: values.map(symbolicJson), ...others }));
    };
    // Through `each.value` what stands in the map by name may be meant or not.
    expect(sighted("subnet_ids", endpointBlock["for_each_expression"])).toEqual([
      { values: model["subnet_ids"], times: 2, by: "name" },
    ]);
    const groups = objectAt(objectAt(endpointBlock, "expressions"), "security_group_ids");
    expect(sighted("security_group_ids", groups)).toEqual([
      { values: model["security_group_ids"], times: 1, by: "local" },
    ]);
  });

  it("is unknown with a third endpoint for which the map has no subnets", () => {
    const changes = objectsAt(plan, "resource_changes");
    const [logs = {}] = changes;
    const third = { ...logs, address: 'aws_vpc_endpoint.this["kms"]', index: "kms" };
    const subnets = ofEndpoints({ ...plan, resource_changes: [...changes, third] }, "subnet_ids");
    expect(subnets.map(({ kind }) => kind)).toEqual(["unknown", "unknown", "unknown"]);
  });

  it("is unknown if anything refers to the id of the other group, with the reason that the page quotes", () => {
    const other = { resource: "aws_security_group.other", attribute: ["id"] };
    const relevant = [...objectsAt(plan, "relevant_attributes"), other];
    const [, because = ""] = /because "([^"]+)"/.exec(page.replaceAll(/\s+/g, " ")) ?? [];
    const groups = ofEndpoints({ ...plan, relevant_attributes: relevant }, "security_group_ids");
    expect(groups).toEqual([
      { kind: "unknown", because },
      { kind: "unknown", because },
    ]);
  });
});

describe("the page about plans", () => {
  it("names every file of the folder", () => {
    const listed = [...page.matchAll(/^\| `([\w-]+\.ts)` \|/gm)].map(([, file]) => file);
    expect(listed.sort()).toEqual(readdirSync(FOLDER).filter((file) => file.endsWith(".ts")));
  });
});
