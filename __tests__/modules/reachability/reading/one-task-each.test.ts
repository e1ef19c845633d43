import { describe, expect, it } from "vitest";
import { explainProof } from "../../../../modules/reachability/report/explain-proof";
import { proofAsJson } from "../../../../modules/reachability/report/proof-as-json";
import { proofAsMarkdown } from "../../../../modules/reachability/report/proof-as-markdown";
import { isolatedNetwork } from "../support/isolated-network";

const SERVICE = "aws_ecs_service.orders";
const SCHEDULE = "aws_scheduler_schedule.nightly";
const RULE = "aws_cloudwatch_event_target.hourly";
const GROUPS = ["${aws_security_group.task.id}"];
const STARTED = {
  task_definition_arn: "${aws_ecs_task_definition.orders.arn}",
  launch_type: "FARGATE",
  network_configuration: { subnets: ["${aws_subnet.app_b.id}", "${aws_subnet.app_a.id}"], security_groups: GROUPS },
};

/** The network with its service, and a schedule of which something may differ. */
const withSchedule = (changes: Record<string, unknown> = {}) =>
  isolatedNetwork().add(SCHEDULE, { target: [{ arn: "x", ecs_parameters: [{ ...STARTED, ...changes }] }] });
const startersIn = (fixture: ReturnType<typeof isolatedNetwork>) =>
  fixture.prove().tasks.map(({ address, alsoStartedBy = [] }) => [address, ...alsoStartedBy]);

describe("a task that several things start in the same subnets, with the same security groups", () => {
  it("is proved once, and names all that start it", () => {
    expect(startersIn(withSchedule())).toEqual([[SERVICE, SCHEDULE]]);
    const third = withSchedule().add(RULE, { arn: "${aws_ecs_cluster.main.arn}", ecs_target: STARTED });
    expect(startersIn(third).flat().sort()).toEqual([RULE, SERVICE, SCHEDULE].sort());
    expect(third.prove().tasks).toHaveLength(1);
  });

  it("is shown so in each form", () => {
    const proof = withSchedule().prove();
    expect(explainProof(proof)).toContain(`orders (${SERVICE}, ${SCHEDULE}): proved`);
    expect(proofAsMarkdown(proof)).toContain(`\`orders\` (\`${SERVICE}\`, \`${SCHEDULE}\`): proved`);
    expect(proofAsJson(proof).tasks).toMatchObject([{ address: SERVICE, alsoStartedBy: [SCHEDULE] }]);
  });

  it("has what is wrong with where it runs said at each of them", () => {
    const network = { subnets: ["${aws_subnet.app_a.id}"], security_groups: GROUPS };
    const proof = withSchedule({ network_configuration: network })
      .set(SERVICE, { network_configuration: [network] })
      .prove();
    const found = proof.conflicts.filter(({ code }) => code === "one-zone-only");
    expect(proof.tasks).toHaveLength(1);
    expect(found.map(({ path }) => path)).toEqual([SERVICE, SCHEDULE]);
  });

  it("is two where anything differs that decides about its calls", () => {
    for (const changes of [
      { enable_execute_command: true },
      { platform_version: "1.3.0" },
      { network_configuration: { ...STARTED.network_configuration, subnets: ["${aws_subnet.app_a.id}"] } },
      { network_configuration: { ...STARTED.network_configuration, security_groups: ["sg-1"] } },
      { network_configuration: { ...STARTED.network_configuration, assign_public_ip: true } },
    ]) {
      expect(startersIn(withSchedule(changes))).toEqual([[SERVICE], [SCHEDULE]]);
    }
  });

  it("is two where it is not known where one of them runs", () => {
    const network = { ...STARTED.network_configuration, subnets: "${var.subnets}" };
    const both = withSchedule({ network_configuration: network }).set(SERVICE, { network_configuration: [network] });
    expect(startersIn(both)).toEqual([[SERVICE], [SCHEDULE]]);
  });

  it("is two where both are services", () => {
    const blue = isolatedNetwork().at(SERVICE);
    expect(startersIn(isolatedNetwork().add("aws_ecs_service.blue", { ...blue, name: "blue" }))).toHaveLength(2);
  });
});
