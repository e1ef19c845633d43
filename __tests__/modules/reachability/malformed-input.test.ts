import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainProof, proveReachability } from "../../../modules";
import { checkReading } from "../../../modules/task/definition/check-reading";
import { interpretTaskDefinition } from "../../../modules/task/definition/interpret-task-definition";
import fullContainer from "../task/definition/full-container.json";
import { anyJson, type Json, replaceNth, sizeOf } from "./support/arbitrary-json";
import { container, isolatedNetwork, policy, taskDefinition } from "./support/isolated-network";
import { sampleStack } from "./support/sample-stacks";
import applied from "./terraform/plans/applied.json";
import created from "./terraform/plans/new.json";

/** How many inputs each test tries; `FC_RUNS=20000` tries more. The seed is fixed, so that a failure comes again. */
const OPTIONS = { numRuns: Number(process.env["FC_RUNS"] ?? 300), seed: Number(process.env["FC_SEED"] ?? 20_261_128) };

/** A service with everything that is read of a task, as ECS and Terraform spell it. */
function everything(): unknown {
  const containers = [container(), { ...fullContainer, name: "other" }];
  const fixture = isolatedNetwork()
    .set("aws_ecs_task_definition.orders", {
      ...taskDefinition(),
      container_definitions: containers,
      runtime_platform: [{ operating_system_family: "LINUX", cpu_architecture: "ARM64" }],
      ephemeral_storage: { size_in_gib: 30 },
      volume: [{ name: "data", efs_volume_configuration: [{ file_system_id: "fs-12345678", root_directory: "/" }] }],
      task_role_arn: "${aws_iam_role.task.arn}",
      "//": { privateFargate: { uses: ["sqs"], ports: { sqs: [443] } } },
    })
    .set("aws_ecs_service.orders", {
      cluster: "${aws_ecs_cluster.main.arn}",
      enable_execute_command: true,
      service_connect_configuration: [{ enabled: true, log_configuration: { log_driver: "awslogs" } }],
    })
    .add("aws_ecs_cluster.main", {
      name: "main",
      configuration: [{ execute_command_configuration: [{ logging: "OVERRIDE", log_configuration: [{}] }] }],
    })
    .add("aws_iam_role.task", { name: "task", inline_policy: [{ policy: JSON.stringify(policy({})) }] });
  fixture.json["locals"] = { names: ["a", "b"], all: "${concat(local.names, [for n in local.names : n])}" };
  return fixture.json;
}

const documents = [
  sampleStack("single-subnet").json,
  sampleStack("dedicated-endpoint-subnets").json,
  sampleStack("isolated-service").json,
  created,
  applied,
  everything(),
].map(asJson);

const definitions = [
  { family: "orders", containerDefinitions: [fullContainer, container()] },
  { ...taskDefinition([container()]), family: "orders", volume: [{ name: "data", host: {} }] },
  [fullContainer],
].map(asJson);

function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value));
}

/** A document in which some values are others, anywhere in it. */
function mutated(originals: readonly Json[]): fc.Arbitrary<Json> {
  const sizes = originals.map(sizeOf);
  const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  return fc
    .tuple(fc.nat({ max: originals.length - 1 }), fc.array(fc.tuple(place, anyJson), { minLength: 1, maxLength: 4 }))
    .map(([index, replacements]) =>
      replacements.reduce<Json>(
        (json, [at, by]) => replaceNth(json, 1 + Math.floor(at * ((sizes[index] ?? 1) - 1)), by),
        originals[index] ?? null,
      ),
    );
}

/** What is meant for the program, and never for who reads the answer. */
const INSIDE = /\bundefined\b|\[object |\$\{\?\}|\bNaN\b/;

describe("Terraform JSON that is not as the provider has it", () => {
  it("is proved, broken or unknown, and never the end of the synthesis", () => {
    fc.assert(
      fc.property(mutated(documents), (document) => {
        const proof = proveReachability([Object(document)]);
        expect(["proved", "broken", "unknown"]).toContain(proof.verdict);
        expect(explainProof(proof)).not.toMatch(INSIDE);
        expect(JSON.stringify(proof)).not.toMatch(INSIDE);
      }),
      OPTIONS,
    );
  }, 3_600_000);
});

describe("a task definition that is not as ECS has it", () => {
  it("is a task or what is wrong with it, and never an error of the program", () => {
    fc.assert(
      fc.property(mutated(definitions), (definition) => {
        const reading = interpretTaskDefinition(definition, { family: "orders" });
        const issues = [...reading.issues, ...checkReading(reading)];
        if (reading.task === undefined) expect(issues).not.toEqual([]);
        expect(JSON.stringify(issues)).not.toMatch(INSIDE);
      }),
      OPTIONS,
    );
  }, 3_600_000);
});
