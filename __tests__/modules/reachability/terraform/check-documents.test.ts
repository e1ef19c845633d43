import { describe, expect, it } from "vitest";
import { ConfigurationError } from "../../../../modules";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import { checkDocuments } from "../../../../modules/reachability/terraform/check-documents";
import { isolatedNetwork } from "../support/isolated-network";

function nested(levels: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = "x";
  for (let level = 0; level < levels; level++) value = wrap(value);
  return value;
}

describe("documents that are no Terraform JSON", () => {
  it.each([
    [null, "null"],
    [undefined, "undefined"],
    [5, "a number"],
    ["{}", "a string"],
    [[], "a list"],
    [true, "a boolean"],
  ])("are refused by their place: %j", (document, described) => {
    const [problem] = checkDocuments([isolatedNetwork().json, document]);
    expect(problem).toMatchObject({ code: "not-terraform-json", path: "[1]" });
    expect(problem?.problem).toBe(`the document at index 1 is ${described}, not an object`);
  });

  it("are refused all at once, by an error that says which", () => {
    const prove = () => Reflect.apply(proveReachability, undefined, [[null, isolatedNetwork().json, 5]]);
    expect(prove).toThrow(ConfigurationError);
    expect(prove).toThrow(/\[0\][\s\S]*\[2\]/);
  });

  it("are refused where there is no list of them", () => {
    const [problem] = checkDocuments(isolatedNetwork().json);
    expect(problem?.problem).toBe("an object is not a list of documents");
  });
});

describe("a document that is nested thousands of levels deep", () => {
  it.each([
    ["lists", (inner: unknown) => [inner]],
    ["objects", (inner: unknown) => ({ a: inner })],
    ["both", (inner: unknown) => [{ a: inner }]],
  ])("is refused with the place: %s", (_, wrap) => {
    const { json } = isolatedNetwork().set("aws_vpc.main", { tags: nested(9000, wrap) });
    const [problem] = checkDocuments([json]);
    expect(problem?.code).toBe("json-too-deep");
    expect(problem?.path).toMatch(/^\[0\]\.resource\.aws_vpc\.main\.tags/);
    expect(() => proveReachability([json])).toThrow(ConfigurationError);
  });

  it("is read where it is nested as configurations are", () => {
    const { json } = isolatedNetwork().set("aws_vpc.main", { tags: nested(50, (inner) => [inner]) });
    expect(proveReachability([json]).verdict).toBe("proved");
  });

  it("is no task definition, where it is the text of the containers", () => {
    const containers = "[".repeat(9000) + "]".repeat(9000);
    const fixture = isolatedNetwork().set("aws_ecs_task_definition.orders", { container_definitions: containers });
    expect(fixture.prove().tasks).toMatchObject([{ verdict: "unknown", issues: [{ code: "task-unknown" }] }]);
  });
});
