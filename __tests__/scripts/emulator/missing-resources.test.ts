import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { leaveOutMissingResources, MISSING_RESOURCES, omissionsOf } from "../../../scripts/emulator/missing-resources";
import { temporaryDirectory } from "../../support/temporary-directory";

const TYPE = "aws_vpc_endpoint_connection_accepter";
const configuration = { resource: { [TYPE]: { a: {}, b: { vpc_endpoint_id: "vpce-0a" } }, aws_vpc: { main: {} } } };

it("creates none of what the emulator cannot create, and leaves everything else alone", () => {
  expect(omissionsOf(configuration)).toEqual({ [TYPE]: { a: { count: 0 }, b: { count: 0 } } });
  expect(omissionsOf({ resource: { aws_vpc: { main: {} } } })).toEqual({});
  expect(omissionsOf({})).toEqual({});
});

it("says so in a file beside the configuration, and tells what it left out", () => {
  const directory = temporaryDirectory();
  const stack = { name: "consumer", directory, dependencies: [], configuration };
  expect(leaveOutMissingResources(stack)).toEqual(MISSING_RESOURCES.filter(({ type }) => type === TYPE));
  const file = join(directory, "missing_resources_override.tf.json");
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ resource: omissionsOf(configuration) });
});

it("writes a file that Terraform takes where there is nothing to leave out", () => {
  const directory = temporaryDirectory();
  const stack = { name: "base", directory, dependencies: [], configuration: { resource: { aws_vpc: { main: {} } } } };
  expect(leaveOutMissingResources(stack)).toEqual([]);
  expect(readFileSync(join(directory, "missing_resources_override.tf.json"), "utf8")).toBe("{}");
});
