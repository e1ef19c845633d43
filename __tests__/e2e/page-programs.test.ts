import { DescribeServicesCommand } from "@aws-sdk/client-ecs";
import { GetRolePolicyCommand, ListRolePoliciesCommand } from "@aws-sdk/client-iam";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeE2e } from "../support/emulator/e2e-tools";
import { EmulatedAccount } from "../support/emulator/emulated-account";
import { unknownDifferences } from "../support/emulator/known-differences";
import { type PageProgram, runPageProgram } from "../support/emulator/page-program";
import type { ResourceChange, TerraformPlan } from "../support/emulator/terraform-plan";

const [PAGE, REGION] = ["docs/programs.md", "eu-west-1"];
const NAMES = ["worker", "report"] as const;

describeE2e("programs of the page, literally, in an emulated account", (tools) => {
  let account: EmulatedAccount;
  let programs: readonly PageProgram[] = [];
  let worker: TerraformPlan;
  let report: TerraformPlan;

  beforeAll(async () => {
    account = await EmulatedAccount.start(tools);
    programs = await Promise.all(NAMES.map((name) => runPageProgram(PAGE, name)));
    const [first, second] = programs.flatMap(({ outputDirectory, home }) => account.synthesized(outputDirectory, home));
    if (first === undefined || second === undefined) throw new Error("a program has no stack");
    // Terraform waits most of the time.
    await Promise.all([first.deploy(), second.deploy()]);
    [worker, report] = await Promise.all([first.plan(), second.plan()]);
  });

  afterAll(async () => {
    for (const program of programs) program.remove();
    await account?.stop();
  });

  it("scale the worker by its queue, on Spot, and start with nobody", async () => {
    const { ecs } = account.clients(REGION);
    const asked = new DescribeServicesCommand({ cluster: "worker", services: ["worker"] });
    const { services = [] } = await ecs.send(asked);
    expect(services.map(({ desiredCount }) => desiredCount)).toEqual([0]);
    const strategy = only(worker, "aws_ecs_service");
    // The emulator forgets the capacity of a service, which Terraform would then create anew.
    expect(strategy.after["capacity_provider_strategy"]).toMatchObject([
      { capacity_provider: "FARGATE_SPOT", weight: 1 },
    ]);
    expect(only(worker, "aws_appautoscaling_target").before).toMatchObject({
      resource_id: "service/worker/worker",
      min_capacity: 0,
      max_capacity: 20,
    });
    expect(only(worker, "aws_appautoscaling_policy").before["policy_type"]).toBe("TargetTrackingScaling");
  });

  it("give the worker the right to its queue and its table, and the report that to its bucket", async () => {
    expect(await statementsOf(worker, "service_task-role")).toMatchObject({
      Statement: [
        { Sid: "SqsConsume", Resource: [`arn:aws:sqs:${REGION}:123456789012:jobs`] },
        { Sid: "DynamodbRead" },
        { Sid: "DynamodbWrite", Resource: [`arn:aws:dynamodb:${REGION}:123456789012:table/results`] },
      ],
    });
    expect(await statementsOf(report, "task_task-role")).toMatchObject({
      Statement: [{ Sid: "S3Write", Resource: ["arn:aws:s3:::shop-reports/*"] }],
    });
  });

  it("start the report every night, with the role of the schedule, in private subnets", () => {
    const definition = only(report, "aws_ecs_task_definition").before;
    const { before } = only(report, "aws_scheduler_schedule");
    expect(before).toMatchObject({
      schedule_expression: "cron(0 3 * * ? *)",
      schedule_expression_timezone: "Europe/Zurich",
      target: [
        {
          ecs_parameters: [
            {
              task_definition_arn: definition["arn"],
              launch_type: "FARGATE",
              network_configuration: [{ assign_public_ip: false }],
            },
          ],
          retry_policy: [{ maximum_retry_attempts: 3 }],
        },
      ],
    });
  });

  it("have nothing to change in a second plan, but what the emulator forgets", () => {
    const service = only(worker, "aws_ecs_service").address;
    const others = worker.differences.filter(({ address }) => address !== service);
    expect(unknownDifferences(others)).toEqual([]);
    expect(unknownDifferences(report.differences)).toEqual([]);
    expect(report.resourceChanges.length).toBeGreaterThan(25);
  });

  function only({ resourceChanges }: TerraformPlan, type: string): ResourceChange {
    const [found, ...others] = resourceChanges.filter((change) => change.type === type);
    if (found === undefined || others.length > 0) throw new Error(`${type}: ${others.length + 1} found`);
    return found;
  }

  /** The policy of a role, as the account has it. */
  async function statementsOf({ resourceChanges }: TerraformPlan, part: string): Promise<unknown> {
    const role = resourceChanges.find(({ type, address }) => type === "aws_iam_role" && address.includes(part));
    const RoleName = String(role?.after["name"]);
    const { iam } = account.clients(REGION);
    const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
    const [PolicyName] = PolicyNames;
    const { PolicyDocument = "" } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
    return JSON.parse(decodeURIComponent(PolicyDocument));
  }
});
