import { expect, it } from "vitest";
import { ContainerImage } from "../../../../modules";
import { EndpointPlan } from "../../../../modules/planning/plan/endpoint-plan";
import { plannedBy, taskWith } from "../../../support/planned";
import { STRING_TOKENS } from "../../../support/tokens";

const RULE = "log-router-files";
const FILE = "arn:aws:s3:::router-config/parsers.conf";
const router = (environment: Record<string, string>) =>
  taskWith({ image: ContainerImage.registry("registry.internal/aws-for-fluent-bit:init-latest"), environment });

it.each(["aws_fluent_bit_init_s3_1", "aws_fluent_bit_init_S3_parsers"])(
  "R29: a file of a log router in %s needs s3",
  (variable) => {
    expect(plannedBy(RULE, router({ [variable]: FILE }))).toEqual(["s3"]);
  },
);

it.each(STRING_TOKENS)("R29: a file that only Terraform knows needs s3: %s", (_name, token) => {
  expect(plannedBy(RULE, router({ aws_fluent_bit_init_s3_1: token }))).toEqual(["s3"]);
});

it("R29: its task role gets the file, and asks where the bucket is", () => {
  const { endpointsWithPolicies } = EndpointPlan.forTasks([router({ aws_fluent_bit_init_s3_1: FILE })]);
  const admitted = endpointsWithPolicies.flatMap((endpoint) => endpoint.admitted ?? []);
  expect(admitted.map(({ actions, resources }) => [actions, resources])).toEqual(
    expect.arrayContaining([
      [["s3:GetObject"], [FILE]],
      [["s3:GetBucketLocation"], ["arn:aws:s3:::router-config"]],
    ]),
  );
});

it.each<Record<string, string>>([
  { aws_fluent_bit_init_file_1: "/ecs/s3.conf" },
  { CONFIG: FILE },
  { aws_fluent_bit_init_s3_1: "parsers.conf" },
])("R29: nothing else does: %j", (environment) => {
  expect(plannedBy(RULE, router(environment))).toEqual([]);
});
