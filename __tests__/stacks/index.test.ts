import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createStacks } from "../../stacks";
import { configurationErrorOf } from "../support/configuration-error-of";
import { type SynthesizedStack, synthApp } from "../support/synth";

const synthesize = (context: Readonly<Record<string, unknown>> = {}) => synthApp(createStacks, context);
const stackOf = (stacks: ReadonlyMap<string, SynthesizedStack>, name: string): SynthesizedStack => {
  const stack = stacks.get(name);
  if (stack === undefined) throw new Error(`no stack ${name} among ${[...stacks.keys()].join(", ")}`);
  return stack;
};
const codesOf = (context: Readonly<Record<string, unknown>>) =>
  configurationErrorOf(() => synthesize(context)).issues.map(({ code }) => code);

describe("the stacks of the context", () => {
  it("are all samples without a context", () => {
    const names = [...synthesize().keys()];
    expect(names.sort()).toEqual([
      "dedicated-endpoint-subnets",
      "ecr-instance",
      "hub-and-spoke",
      "isolated-service",
      "private-link-consumer",
      "private-link-provider",
      "single-subnet",
    ]);
  });

  it("are all samples with the context of cdktf.json, and the same as without", () => {
    const { context } = JSON.parse(readFileSync(join(__dirname, "../../cdktf.json"), "utf8"));
    const stacks = synthesize(context);
    expect([...stacks.keys()].sort()).toEqual([...synthesize().keys()].sort());
    for (const [name, { text }] of synthesize()) expect(stackOf(stacks, name).text).toBe(text);
  });

  it("are those that it names", () => {
    expect([...synthesize({ stacks: ["dedicated-endpoint-subnets"] }).keys()]).toEqual(["dedicated-endpoint-subnets"]);
  });

  it("are in its Region, unless a stack has one of its own", () => {
    const stacks = synthesize({ region: "eu-west-1", "single-subnet": { region: "us-east-1" } });
    const regionOf = (name: string) => stackOf(stacks, name).json.provider["aws"]?.[0]?.["region"];
    expect(regionOf("dedicated-endpoint-subnets")).toBe("eu-west-1");
    expect(regionOf("single-subnet")).toBe("us-east-1");
  });

  it("are in the Regions of the samples where it names none", () => {
    const regions = Array.from(synthesize(), ([name, { json }]) => [name, json.provider["aws"]?.[0]?.["region"]]);
    expect(Object.fromEntries(regions)).toEqual({
      "single-subnet": "ap-northeast-1",
      "dedicated-endpoint-subnets": "ap-northeast-1",
      "isolated-service": "ap-northeast-1",
      "private-link-provider": "us-east-1",
      "private-link-consumer": "us-east-1",
      "ecr-instance": "ap-northeast-1",
      "hub-and-spoke": "ap-northeast-1",
    });
  });

  it("take their settings from it, each under its name", () => {
    const stacks = synthesize({
      "single-subnet": { desiredCount: 1 },
      "dedicated-endpoint-subnets": { family: "orders" },
    });
    expect(stackOf(stacks, "single-subnet").only("aws_ecs_service").attributes["desired_count"]).toBe(1);
    const dedicated = stackOf(stacks, "dedicated-endpoint-subnets").only("aws_ecs_service").attributes;
    expect(dedicated).toMatchObject({ name: "orders", desired_count: 0 });
  });

  it("need neither references between each other, the consumer of PrivateLink apart, nor credentials in the provider", () => {
    for (const [name, stack] of synthesize()) {
      const dependencies = name === "private-link-consumer" ? ["private-link-provider"] : [];
      expect(stack.dependencies).toEqual(dependencies);
      expect(stack.text.includes("terraform_remote_state")).toBe(dependencies.length > 0);
      expect(
        Object.keys(stack.json.provider["aws"]?.[0] ?? {}).filter((key) => !["region", "default_tags"].includes(key)),
      ).toEqual([]);
    }
  });
});

describe("the state", () => {
  it("is a local file of each stack by default", () => {
    for (const [name, { json }] of synthesize()) {
      expect(Object.keys(json.terraform.backend)).toEqual(["local"]);
      expect(json.terraform.backend["local"]?.["path"]).toMatch(new RegExp(`terraform\\.${name}\\.tfstate$`));
    }
  });

  it("is in an S3 bucket by context, encrypted, locked by S3 itself, under a key of each stack", () => {
    for (const [name, { json }] of synthesize({ state: { bucket: "states" } })) {
      expect(json.terraform.backend).toEqual({
        s3: { bucket: "states", region: "ap-northeast-1", key: `${name}.tfstate`, encrypt: true, use_lockfile: true },
      });
    }
  });

  it("may be in another Region, under a prefix", () => {
    const state = { bucket: "states", region: "eu-west-1", keyPrefix: "samples/" };
    expect(stackOf(synthesize({ state }), "single-subnet").json.terraform.backend["s3"]).toMatchObject({
      region: "eu-west-1",
      key: "samples/single-subnet.tfstate",
    });
  });
});

it("a stack that is named twice is made once", () => {
  expect([...synthesize({ stacks: ["single-subnet", "single-subnet"] }).keys()]).toEqual(["single-subnet"]);
});

it("what cdktf itself keeps in the context is no setting", () => {
  const ofCdktf = { cdktfVersion: "0.21.0", excludeStackIdFromLogicalIds: "true", "@cdktf/anything": true };
  expect(synthesize({ stacks: ["single-subnet"], ...ofCdktf }).size).toBe(1);
});

describe("the context is refused for", () => {
  it("stacks that there are not, all of them at once", () => {
    const error = configurationErrorOf(() => synthesize({ stacks: ["single-subnet", "single", "toString"] }));
    expect(error.issues.map(({ code, problem }) => [code, problem])).toEqual([
      ["stack-unknown", 'there is no stack "single"'],
      ["stack-unknown", 'there is no stack "toString"'],
    ]);
    expect(error.message).toContain("use single-subnet, dedicated-endpoint-subnets");
  });

  it("a name of a stack or of a setting that is mistyped, with the one that is meant", () => {
    const fixesOf = (context: Readonly<Record<string, unknown>>) =>
      configurationErrorOf(() => synthesize(context)).issues.map(({ fix }) => fix);
    expect(fixesOf({ stacks: ["single-subnt"] })).toEqual(['write "single-subnet"']);
    expect(fixesOf({ "singel-subnet": {} })).toEqual(['write "single-subnet"']);
    expect(fixesOf({ "hub-and-spoke": { desiredcount: 1 } })).toEqual(['write "desiredCount"']);
    expect(fixesOf({ state: { buckett: "states" } })).toEqual(['write "bucket"']);
    expect(fixesOf({ "single-subnet": { regoin: "eu-west-1" } })).toEqual(['write "region"']);
    expect(fixesOf({ stacks: ["hub-and-spokes"] })).toEqual(['write "hub-and-spoke"']);
  });

  it("a list without a stack, from which nothing would come", () => {
    expect(codesOf({ stacks: [] })).toEqual(["stacks-empty"]);
  });

  it("an unknown and a malformed setting of a stack, both in one error that names it", () => {
    const error = configurationErrorOf(() => synthesize({ "single-subnet": { desiredCount: "one", desierdCount: 1 } }));
    expect(error.issues.map(({ code }) => code)).toEqual(["setting-malformed", "setting-unknown"]);
    expect(error.message).toContain('context "single-subnet" in cdktf.json');
  });

  it.each([
    [{ stacks: "single-subnet" }],
    [{ region: 1 }],
    [{ state: "states" }],
    [{ state: { bucket: ["states"] } }],
    [{ "single-subnet": [] }],
  ])("%j", (context) => {
    expect(codesOf(context)).toEqual(["setting-malformed"]);
  });

  it.each([
    [{ state: { buckett: "states" } }],
    [{ "single-subnet": { constructor: "x" } }],
    [{ "single-subnets": { desiredCount: 1 } }],
    [{ stack: ["single-subnet"] }],
  ])("%j", (context) => {
    expect(codesOf(context)).toEqual(["setting-unknown"]);
  });
});
