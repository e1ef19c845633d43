import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { findingsOfProof } from "../../modules/cli/findings/findings-of-proof";
import { sarif } from "../../modules/cli/findings/sarif";
import { costAsJson } from "../../modules/cost/cost-as-json";
import { costOf } from "../../modules/cost/cost-of";
import { EndpointPlan } from "../../modules/planning/plan/endpoint-plan";
import { proveReachability } from "../../modules/reachability/prove-reachability";
import { proofAsJson } from "../../modules/reachability/report/proof-as-json";
import type { Shape } from "../../modules/shapes/shape";
import { SNAPSHOT } from "../../modules/snapshot/snapshot-shape";
import { record } from "../modules/cli/recorded-terminal";
import { isolatedNetwork } from "../modules/reachability/support/isolated-network";
import { blocksOf } from "../modules/reachability/support/terraform-removal";
import { existingVpc, proveIn } from "../support/existing-vpc";
import { ordersTask } from "../support/orders";
import { SARIF_MEMBERS } from "./sarif-members";

const root = resolve(__dirname, "../..");
const samples = `${root}/docs/samples`;
const LOGS = "aws_vpc_endpoint.logs";

/** A schema which takes no member that it does not name, so that a member is added to both. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const members = Object.entries(schema).map(([name, value]) => [name, closed(value)] as const);
  const isObject = "type" in schema && schema.type === "object";
  return { ...Object.fromEntries(members), ...(isObject ? { additionalProperties: false } : {}) };
}

function errorsOf(
  name: "cost" | "diagnosis" | "plan" | "plan-difference" | "proof" | "snapshot" | "topology",
  value: unknown,
  strict = true,
) {
  const schema: object = JSON.parse(readFileSync(`${root}/schemas/${name}.json`, "utf8"));
  const shape = strict ? closed(schema) : schema;
  const ajv = new Ajv();
  ajv.validate(typeof shape === "object" && shape !== null ? shape : {}, JSON.parse(JSON.stringify(value)));
  return ajv.errors ?? [];
}

const proofs = {
  proved: proofAsJson(isolatedNetwork().prove()),
  broken: proofAsJson(isolatedNetwork().set(LOGS, { private_dns_enabled: false }).prove()),
  unknown: proofAsJson(isolatedNetwork().set(LOGS, { private_dns_enabled: "${var.dns}" }).prove()),
  "on somebody's word": proofAsJson(proveIn(existingVpc)),
};

/** What is wrong with findings in SARIF. */
function errorsOfSarif(log: unknown) {
  const ajv = new Ajv();
  addFormats(ajv);
  ajv.validate(SARIF_MEMBERS, JSON.parse(JSON.stringify(log)));
  return ajv.errors ?? [];
}

describe("what is found where a part of a network is missing", () => {
  const addresses = blocksOf(isolatedNetwork()).map(([address]) => address);
  const places = [{ file: "a b/main.tf", line: 7 }, { file: "/etc/main.tf" }, undefined];

  it.each(addresses)("without %s is a proof of the schema, and SARIF", async (address) => {
    const proof = isolatedNetwork().remove(address).prove();
    expect(errorsOf("proof", proofAsJson(proof))).toEqual([]);
    for (const place of places) {
      expect(errorsOfSarif(await sarif(findingsOfProof(proof), () => place, "1.2.3"))).toEqual([]);
    }
  });
});

describe("SARIF", () => {
  it.each([
    ["check", "isolated.tf.json"],
    ["check", "orders"],
    ["plan", "orders.json"],
    ["plan", "containers.json"],
  ])("of %s %s has the members of the specification", async (command, file) => {
    const { answer } = await record([command, `${samples}/${file}`, "--format", "sarif"]);
    expect(errorsOfSarif(JSON.parse(answer))).toEqual([]);
  });

  it("of a finding that is accepted has its reason, once", async () => {
    const { json } = isolatedNetwork().set(LOGS, { private_dns_enabled: false });
    const accepted = [{ code: "private-dns-off", resource: LOGS, reason: "a resolver of ours" }] as const;
    const log = await sarif(findingsOfProof(proveReachability([json], { accepted })), () => undefined, "1.2.3");
    expect(errorsOfSarif(log)).toEqual([]);
    expect(JSON.stringify(log)).toContain('"suppressions":[{"kind":"inSource","justification":"a resolver of ours"}]');
  });

  it("is not of the specification where a line counts from 0, or a level has another name", async () => {
    const findings = findingsOfProof(isolatedNetwork().set(LOGS, { private_dns_enabled: false }).prove());
    const log = JSON.stringify(await sarif(findings, () => ({ file: "main.tf", line: 7 }), "1.2.3"));
    expect(errorsOfSarif(JSON.parse(log))).toEqual([]);
    for (const other of [log.replace('"startLine":7', '"startLine":0'), log.replaceAll('"error"', '"fatal"')]) {
      expect(errorsOfSarif(JSON.parse(other))).not.toEqual([]);
    }
  });
});

describe("the schema of a proof", () => {
  it.each(Object.entries(proofs))("names every member of one that is %s", (_name, proof) => {
    expect(errorsOf("proof", proof)).toEqual([]);
  });

  it.each([
    ["isolated.tf.json", ""],
    ["-", '{ "resource": { "aws_vpc": {} } }'],
    ["-", JSON.stringify({ resource: { aws_vpc: { a: { cidr_block: "10.0.0.0/99" } } } })],
  ])("names every member of what check prints of %s %s", async (file, input) => {
    const path = file === "-" ? file : `${samples}/${file}`;
    const { answer } = await record(["check", path, "--format", "json"], input);
    expect(errorsOf("proof", JSON.parse(answer))).toEqual([]);
  });

  it("refuses a proof of another version, or one without a verdict, and lets pass a further member", () => {
    const { verdict, ...others } = proofs.proved;
    expect(errorsOf("proof", { ...proofs.proved, version: 2 })).not.toEqual([]);
    expect(errorsOf("proof", others)).not.toEqual([]);
    expect(errorsOf("proof", { ...others, verdict, further: 1 })).not.toEqual([]);
    expect(errorsOf("proof", { ...others, verdict, further: 1 }, false)).toEqual([]);
  });
});

describe("the schema of a plan", () => {
  it.each(["orders.json", "containers.json", "orders.yaml"])("names every member of the plan for %s", async (file) => {
    const { answer } = await record([
      "plan",
      `${samples}/${file}`,
      "--execute-command",
      "--policies",
      "--format",
      "json",
    ]);
    expect(errorsOf("plan", JSON.parse(answer))).toEqual([]);
  });

  it("names those of a plan for instances, and of one that a program makes", () => {
    const plan = EndpointPlan.forTasks([ordersTask]).withInstances([{ name: "host", uses: ["logs"] }]);
    expect(errorsOf("plan", plan)).toEqual([]);
  });

  it("refuses an endpoint without a reason", () => {
    const plan = EndpointPlan.forTasks([ordersTask]).toJSON();
    const endpoints = plan.endpoints.map((endpoint) => ({ ...endpoint, reasons: [] }));
    expect(errorsOf("plan", { ...plan, endpoints })).not.toEqual([]);
  });
});

describe("the schema of a difference of plans", () => {
  it.each([
    ["orders.json", "containers.json"],
    ["containers.json", "orders.json"],
  ])("names every member of what %s has and %s has not", async (file, base) => {
    const { answer } = await record(["plan", `${samples}/${file}`, "--base", `${samples}/${base}`, "--format", "json"]);
    const difference = JSON.parse(answer);
    expect(errorsOf("plan-difference", difference)).toEqual([]);
    expect(errorsOf("plan-difference", { ...difference, version: 2 })).not.toEqual([]);
  });
});

describe("the schema of costs", () => {
  it.each([
    ["orders.json", ["--region", "us-east-1", "--vpcs", "5", "--gb-images", "20"]],
    ["orders.json", ["--region", "eu-north-1", "--vpcs", "5"]],
    ["containers.json", []],
    ["isolated.tf.json", ["--gb-logs", "3"]],
  ])("names every member of what %s with %j costs", async (file, options) => {
    const { answer } = await record(["cost", `${samples}/${file}`, ...options, "--format", "json"]);
    expect(errorsOf("cost", JSON.parse(answer))).toEqual([]);
  });

  it("names those of a network with all that one can have, and refuses an amount without a number and a reason", () => {
    const endpoints = [
      { service: "x", address: "aws_vpc_endpoint.x", type: "Interface", zones: 1, ofOthers: true, unused: true },
      { service: "logs", serviceRegion: "eu-west-1", type: "other" },
    ] as const;
    const cost = costAsJson([
      costOf({
        name: "vpc",
        region: "us-east-1",
        endpoints,
        others: "it exists",
        natGateways: 2,
        outside: ["docker.io"],
      }),
    ]);
    expect(errorsOf("cost", cost)).toEqual([]);
    expect(errorsOf("cost", { ...cost, networks: cost.networks.map((each) => ({ ...each, unused: {} })) })).not.toEqual(
      [],
    );
  });
});

describe("the schema of a topology", () => {
  it.each(["isolated.tf.json", "orders"])("names every member of what draw prints of %s", async (path) => {
    const { answer } = await record(["draw", `${samples}/${path}`, "--format", "json"]);
    expect(errorsOf("topology", JSON.parse(answer))).toEqual([]);
    expect(errorsOf("topology", { ...JSON.parse(answer), version: 2 })).not.toEqual([]);
  });
});

/** What the members of a file are, by their paths, with a question mark where one may be absent. */
function membersOf(shape: Shape, path = ""): string[] {
  switch (shape.kind) {
    case "list":
      return membersOf(shape.of, `${path}[]`);
    case "object":
      return Object.entries(shape.members).flatMap(([name, member]) =>
        "required" in member ? membersOf(member.required, `${path}.${name}`) : membersOf(member, `${path}.${name}?`),
      );
    case "text":
      return [`${path}: string`];
    case "word":
      return [`${path}: ${shape.of.join(" or ")}`];
    case "number":
      return [`${path}: integer`];
    case "flag":
      return [`${path}: boolean`];
    case "json":
      return [`${path}: anything`];
    default:
      throw new Error(`no file has ${shape.kind}`);
  }
}

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

function membersOfSchema(schema: Schema, path = ""): string[] {
  const { required = [], properties, items, type } = schema;
  if (items !== undefined) return membersOfSchema(items, `${path}[]`);
  if (properties !== undefined) {
    return Object.entries(properties).flatMap(([name, member]) =>
      membersOfSchema(member, required.includes(name) ? `${path}.${name}` : `${path}.${name}?`),
    );
  }
  if (schema.enum !== undefined) return [`${path}: ${schema.enum.join(" or ")}`];
  const ofConst = { string: "string", number: "integer", boolean: "boolean" };
  const found = typeof schema.const;
  if (found === "string" || found === "number" || found === "boolean") return [`${path}: ${ofConst[found]}`];
  return [`${path}: ${type ?? "anything"}`];
}

describe("the schema of a snapshot", () => {
  const snapshot = JSON.parse(readFileSync(`${samples}/network.json`, "utf8"));

  it("names every member of one of an account", () => {
    expect(errorsOf("snapshot", snapshot)).toEqual([]);
  });

  it("has the members that the reader of the file knows, and asks for the same", () => {
    const schema: Schema = JSON.parse(readFileSync(`${root}/schemas/snapshot.json`, "utf8"));
    expect(membersOfSchema(schema)).toEqual(membersOf(SNAPSHOT));
  });

  it("refuses one of another version, and one without its subnets", () => {
    const { subnets: _subnets, ...others } = snapshot;
    expect(errorsOf("snapshot", { ...snapshot, version: 2 })).not.toEqual([]);
    expect(errorsOf("snapshot", others)).not.toEqual([]);
  });
});

describe("the schema of a diagnosis", () => {
  const denied =
    "AccessDeniedException: User: arn:aws:sts::1:assumed-role/a/b is not authorized to perform: logs:CreateLogStream";

  it.each([
    ["diagnose", `${samples}/stopped-task.json`],
    ["diagnose", `${samples}/stopped-task.json`, "--network", `${samples}/isolated.tf.json`],
    ["diagnose", `${samples}/stopped-task.json`, "--network", `${samples}/service.tf.json`],
  ])("names every member of what %s %s %s %s prints", async (...args) => {
    const { answer } = await record([...args, "--format", "json"]);
    expect(errorsOf("diagnosis", JSON.parse(answer))).toEqual([]);
  });

  it.each([`failed to create Cloudwatch log stream: ${denied} because no VPC endpoint policy allows it`, "what?"])(
    "names every member of what diagnose prints of: %s",
    async (input) => {
      const { answer } = await record(["diagnose", "--format", "json"], input);
      expect(errorsOf("diagnosis", JSON.parse(answer))).toEqual([]);
      expect(errorsOf("diagnosis", { ...JSON.parse(answer), version: 2 })).not.toEqual([]);
    },
  );
});
