import { describe, expect, it } from "vitest";
import { isolatedNetwork, taskDefinition } from "../support/isolated-network";
import { issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const DEFINITION = "aws_ecs_task_definition.orders";
const SERVICE = "aws_ecs_service.orders";

const verdicts = (fixture: TerraformFixture) => fixture.prove().tasks.map(({ address, verdict }) => [address, verdict]);

describe("a task definition that nothing here starts", () => {
  it("is a task of which nobody knows where it runs", () => {
    const fixture = isolatedNetwork().add("aws_ecs_task_definition.job", { ...taskDefinition(), family: "job" });
    expect(verdicts(fixture)).toEqual([
      [SERVICE, "proved"],
      ["aws_ecs_task_definition.job", "unknown"],
    ]);
    const [issue] = issuesWith(fixture.prove(), "task-network-unknown");
    expect(issue?.why).toContain("nothing here says where aws_ecs_task_definition.job runs");
    expect(verdicts(isolatedNetwork().remove(SERVICE))).toEqual([[DEFINITION, "unknown"]]);
  });

  it("is proved where its comment says that it runs", () => {
    const job = { ...taskDefinition(), family: "job" };
    const said = (launch: unknown) =>
      verdicts(
        isolatedNetwork().add("aws_ecs_task_definition.job", { ...job, "//": { privateFargate: { launch } } }),
      ).at(1);
    const { network_configuration } = isolatedNetwork().at(SERVICE);
    expect(said({ network_configuration })).toEqual(["aws_ecs_task_definition.job", "proved"]);
    const isolated = { subnets: ["${aws_subnet.app_a.id}"], security_groups: ["${aws_security_group.nowhere.id}"] };
    expect(said({ network_configuration: isolated })).toEqual(["aws_ecs_task_definition.job", "unknown"]);
    for (const nothing of [undefined, {}, "app", []]) {
      expect(said(nothing)).toEqual(["aws_ecs_task_definition.job", "unknown"]);
    }
  });

  it("is none where something starts it, whatever it is", () => {
    const ran = { task_definition_arn: "${aws_ecs_task_definition.orders.arn}" };
    const taskSet = isolatedNetwork()
      .add(SERVICE, { name: "orders", deployment_controller: { type: "EXTERNAL" } })
      .add("aws_ecs_task_set.blue", isolatedNetwork().at(SERVICE));
    expect(verdicts(taskSet)).toEqual([["aws_ecs_task_set.blue", "proved"]]);
    const schedule = isolatedNetwork()
      .remove(SERVICE)
      .add("aws_scheduler_schedule.nightly", { target: [{ ecs_parameters: [ran] }] });
    expect(verdicts(schedule)).toEqual([["aws_scheduler_schedule.nightly", "unknown"]]);
  });

  it("is none where it is for EC2", () => {
    const fixture = isolatedNetwork()
      .remove(SERVICE)
      .set(DEFINITION, { requires_compatibilities: ["EC2"] });
    expect(verdicts(fixture)).toEqual([]);
  });
});

describe("a task definition that a data source looks up", () => {
  const looked = (task_definition: string, service: string) => {
    const fixture = isolatedNetwork().set(SERVICE, { task_definition: service });
    fixture.json.data["aws_ecs_task_definition"] = { newest: { task_definition } };
    return fixture;
  };
  const DATA = "data.aws_ecs_task_definition.newest";

  it.each([
    ["its ARN", "${aws_ecs_task_definition.orders.family}", `\${${DATA}.arn}`],
    ["its id", "orders", `\${${DATA}.id}`],
    ["its family and revision", "orders", `\${${DATA}.family}:\${${DATA}.revision}`],
    ["the newer revision", "orders:3", `\${${DATA}.family}:\${max(${DATA}.revision, ${DEFINITION}.revision)}`],
    ["an ARN", "arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:7", `\${${DATA}.arn}`],
  ])("is that of the service by %s", (_, lookup, service) => {
    expect(verdicts(looked(lookup, service))).toEqual([[SERVICE, "proved"]]);
  });

  it("is elsewhere where it is of another family, and where lookups go round", () => {
    for (const fixture of [looked("other", `\${${DATA}.arn}`), looked(`\${${DATA}.arn}`, `\${${DATA}.arn}`)]) {
      expect(verdicts(fixture)).toContainEqual([SERVICE, "unknown"]);
    }
  });

  it("is that of a service that names an ARN of its family", () => {
    const arn = "arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:7";
    expect(verdicts(isolatedNetwork().set(SERVICE, { task_definition: arn }))).toEqual([[SERVICE, "proved"]]);
  });

  it("says why where the name cannot be evaluated, and makes no other task of it", () => {
    for (const name of ['${format("%s:%d", var.family, 3)}', "${lookup(var.names, 1)}:7", '${var.blue ? "a" : "b"}']) {
      const fixture = isolatedNetwork().set(SERVICE, { task_definition: name });
      expect(verdicts(fixture)).toContainEqual([SERVICE, "unknown"]);
      expect(JSON.stringify(fixture.prove())).not.toContain("${?}");
    }
  });
});

describe("a service that does not say where it launches", () => {
  const silent = () => isolatedNetwork().set(SERVICE, { launch_type: undefined });

  it("runs on Fargate where the task definition may", () => {
    expect(verdicts(silent())).toEqual([[SERVICE, "proved"]]);
    expect(verdicts(silent().set(DEFINITION, { requires_compatibilities: undefined }))).toEqual([[SERVICE, "proved"]]);
  });

  it.each([
    ["is for EC2", { requires_compatibilities: ["EC2"] }],
    ["is for EC2 and bridge", { requires_compatibilities: ["EC2"], network_mode: "bridge" }],
    ["has another network mode", { requires_compatibilities: undefined, network_mode: "host" }],
  ])("is no Fargate service where the task definition %s", (_, change) => {
    expect(verdicts(silent().set(DEFINITION, change))).toEqual([]);
  });

  it("is one all the same where it says so", () => {
    const fixture = isolatedNetwork().set(DEFINITION, { requires_compatibilities: ["EC2"] });
    expect(verdicts(fixture)).toEqual([[SERVICE, "broken"]]);
  });
});

describe("ECS Exec of a variable", () => {
  it("leaves open what the task calls", () => {
    const fixture = isolatedNetwork().set(SERVICE, { enable_execute_command: "${var.exec}" });
    expect(fixture.prove().verdict).toBe("unknown");
    expect(issuesWith(fixture.prove(), "execute-command-unknown")).toMatchObject([{ severity: "note" }]);
  });
});
