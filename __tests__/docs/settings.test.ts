import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createStacks } from "../../stacks";
import { DEDICATED_ENDPOINT_SUBNETS_FIELDS } from "../../stacks/dedicated-endpoint-subnets";
import { ECR_INSTANCE_FIELDS } from "../../stacks/ecr-instance";
import { HUB_AND_SPOKE_FIELDS } from "../../stacks/hub-and-spoke";
import { ISOLATED_SERVICE_FIELDS } from "../../stacks/isolated-service";
import { PRIVATE_LINK_CONSUMER_FIELDS } from "../../stacks/private-link-consumer";
import { PRIVATE_LINK_PROVIDER_FIELDS } from "../../stacks/private-link-provider";
import { SINGLE_SUBNET_FIELDS } from "../../stacks/single-subnet";
import { STATE_FIELDS } from "../../stacks/terraform-state";
import { jsonIn } from "../support/code-blocks";
import { synthApp } from "../support/synth";

const readme = readFileSync(join(__dirname, "../../README.md"), "utf8");

describe("the settings in README", () => {
  it("give what the example says: one stack in another Region, two tasks, remote state", () => {
    const [context, ...others] = jsonIn(readme);
    expect(others).toEqual([]);
    const stacks = synthApp(createStacks, context);
    expect([...stacks.keys()]).toEqual(["dedicated-endpoint-subnets"]);
    const stack = stacks.get("dedicated-endpoint-subnets");
    expect(stack?.json.terraform.backend).toEqual({
      s3: {
        bucket: "my-terraform-state",
        region: "eu-west-1",
        key: "dedicated-endpoint-subnets.tfstate",
        encrypt: true,
        use_lockfile: true,
      },
    });
    const zones = stack?.all("aws_subnet").map(({ attributes }) => attributes["availability_zone"]);
    expect(new Set(zones)).toEqual(new Set(["eu-west-1a", "eu-west-1b"]));
    expect(stack?.only("aws_ecs_service").attributes["desired_count"]).toBe(2);
  });

  it.each([
    ["single-subnet", SINGLE_SUBNET_FIELDS],
    ["dedicated-endpoint-subnets", DEDICATED_ENDPOINT_SUBNETS_FIELDS],
    ["isolated-service", ISOLATED_SERVICE_FIELDS],
    ["private-link-provider", PRIVATE_LINK_PROVIDER_FIELDS],
    ["private-link-consumer", PRIVATE_LINK_CONSUMER_FIELDS],
    ["ecr-instance", ECR_INSTANCE_FIELDS],
    ["hub-and-spoke", HUB_AND_SPOKE_FIELDS],
    ["state", STATE_FIELDS],
  ])("name every setting of %s and no other", (key, fields) => {
    const rows = readme.split("\n").filter((line) => line.startsWith(`| \`${key}\` |`));
    const description = rows.at(-1)?.split("|")[2] ?? "";
    const names = Array.from(description.matchAll(/[`"]([a-zA-Z0-9]+)[`"]/g), ([, name]) => name);
    expect(names).toEqual(Object.keys(fields));
  });
});
