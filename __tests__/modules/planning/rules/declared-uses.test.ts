import { describe, expect, it } from "vitest";
import { EndpointPlan } from "../../../../modules/planning/plan/endpoint-plan";
import type { UncheckedFargateTask } from "../../../../modules/task/fargate-task";
import { issuesOf, plannedBy, taskWith } from "../../../support/planned";

const RULE = "declared-use";
/** Names as a caller without a compiler writes them. */
const using = (...uses: string[]): UncheckedFargateTask => JSON.parse(JSON.stringify({ ...taskWith({}), uses }));

describe("the rule declared-use", () => {
  it("R25: what is declared is planned, s3 and dynamodb as gateways", () => {
    const { endpoints } = EndpointPlan.forTasks([using("sqs", "dynamodb", "s3", "bedrock-runtime")]);
    const declared = endpoints.filter(({ reasons }) => reasons.some(({ rule }) => rule === RULE));
    expect(declared.map(({ service, type }) => [service, type])).toEqual([
      ["dynamodb", "Gateway"],
      ["s3", "Gateway"],
      ["bedrock-runtime", "Interface"],
      ["sqs", "Interface"],
    ]);
    expect(declared[3]?.reasons).toMatchObject([
      { text: "the application calls Amazon SQS", source: "uses[0]", task: "orders" },
    ]);
  });

  it("R18b: calls of Cloud Map need data-servicediscovery; R18: finding a service by DNS needs nothing", () => {
    expect(plannedBy(RULE, using("data-servicediscovery"))).toEqual(["data-servicediscovery"]);
    expect(plannedBy(RULE, using())).toEqual([]);
  });

  it("R24: calls of STS need sts, with a note about the global host", () => {
    expect(plannedBy(RULE, using("sts"))).toEqual(["sts"]);
    expect(issuesOf(using("sts"))).toEqual(["note sts-global-host uses[0]"]);
  });

  it("R25c: a service without PrivateLink is out of reach, and a misspelt one is corrected", () => {
    expect(issuesOf(using("s3", "no-such-service"))).toEqual(["error service-unknown uses[1]"]);
    expect(issuesOf(using("no-such-service"), { wayOut: { name: "a proxy" } })).toEqual([
      "note service-unknown uses[0]",
    ]);
    const { issues } = EndpointPlan.forTasks([using("kinesis")]);
    expect(issues[0]?.fix).toContain('"kinesis-streams"');
  });
});
