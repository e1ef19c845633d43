import { describe, expect, it } from "vitest";
import { EndpointPlan, FargateService, type FargateTask, PrivateNetwork, VpcEndpoints } from "../../../../modules";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import { ordersTask } from "../../../support/orders";
import { synth } from "../../../support/synth";
import { isolatedNetwork, policy } from "../support/isolated-network";
import { type Block, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const EXECUTION = "${aws_iam_role.execution.arn}";
const STREAMS = "arn:aws:logs:eu-west-1:123456789012:log-group:/orders:*";
const byRole = { Condition: { ArnLike: { "aws:PrincipalArn": EXECUTION } } };

const found = (fixture: TerraformFixture, leastPrivilege = true) =>
  issuesWith(proveReachability([fixture.json], { leastPrivilege }), "policy-too-wide").filter(({ path }) =>
    path?.startsWith("aws_vpc_endpoint"),
  );

/** What is said of the policy of the endpoint for logs. */
function saidOf(statement: Block): string | undefined {
  const logs = { Sid: "Logs", Effect: "Allow", Principal: "*", ...statement };
  const fixture = isolatedNetwork().set("aws_vpc_endpoint.logs", { policy: policy(logs) });
  return found(fixture).find(({ path }) => path === "aws_vpc_endpoint.logs")?.problem;
}

describe("policies that admit more than is asked", () => {
  it("are looked for only where that is wanted, and never count", () => {
    expect(found(isolatedNetwork(), false)).toEqual([]);
    expect(proveReachability([isolatedNetwork().json], { leastPrivilege: true }).verdict).toBe("proved");
  });

  it("are those of AWS, with what would do", () => {
    const issues = found(isolatedNetwork());
    expect(issues.map(({ path }) => path).sort()).toEqual([
      "aws_vpc_endpoint.ecr_api",
      "aws_vpc_endpoint.ecr_dkr",
      "aws_vpc_endpoint.logs",
      "aws_vpc_endpoint.s3",
    ]);
    expect(issues.find(({ path }) => path === "aws_vpc_endpoint.ecr_dkr")).toMatchObject({
      severity: "warning",
      problem: "aws_vpc_endpoint.ecr_dkr has AWS's policy, which admits everything to everybody",
      fix: "admit there no more than ecr:BatchGetImage, ecr:GetDownloadUrlForLayer on arn:aws:ecr:eu-west-1:123456789012:repository/orders for aws_iam_role.execution",
    });
  });

  it.each<[string, Block, string]>([
    ["every action", { Action: "logs:*", Resource: STREAMS, ...byRole }, "every action (logs:*)"],
    ["every action of AWS", { Action: "*", Resource: STREAMS, ...byRole }, "every action (*)"],
    ["all actions but some", { NotAction: "logs:Delete*", Resource: STREAMS, ...byRole }, "every action but some"],
    ["everything", { Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: "*", ...byRole }, "everything"],
    ["everybody", { Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: STREAMS }, "everybody"],
  ])("admit %s", (_, statement, width) => {
    expect(saidOf(statement)).toBe(`the statement "Logs" in the policy of aws_vpc_endpoint.logs admits ${width}`);
  });

  it("are none where a policy admits what is asked, and what somebody else may need", () => {
    expect(
      saidOf({ Action: ["logs:CreateLogStream", "logs:PutLogEvents"], Resource: STREAMS, ...byRole }),
    ).toBeUndefined();
    expect(saidOf({ Action: "logs:FilterLogEvents", Resource: "*" })).toBeUndefined();
  });

  it("are told of both endpoints of ECR, for which AWS advises one policy", () => {
    const token = { Sid: "Token", Effect: "Allow", Principal: "*", Action: "ecr:GetAuthorizationToken", Resource: "*" };
    const pull = { ...token, Sid: "Pull", Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"] };
    const statements = [token, pull].map((each) => ({ ...each, ...byRole }));
    const fixture = isolatedNetwork().set("aws_vpc_endpoint.ecr_api", { policy: policy(...statements) });
    expect(found(fixture).find(({ path }) => path === "aws_vpc_endpoint.ecr_api")?.problem).toBe(
      'the statement "Pull" in the policy of aws_vpc_endpoint.ecr_api admits everything',
    );
  });

  it("are none of those that the library generates, whatever the application calls", () => {
    const task = {
      ...ordersTask,
      uses: ["sns"],
      grants: [{ service: "ssm", access: "read", on: "*" }],
    } satisfies FargateTask;
    const stack = synth((scope) => {
      const network = new PrivateNetwork(scope, "network", { region: "eu-west-1" });
      const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
      new FargateService(scope, "orders", { network, endpoints, task });
    });
    const proof = proveReachability([JSON.parse(stack.text)], { leastPrivilege: true });
    expect(proof.verdict).toBe("proved");
    expect(issuesWith(proof, "policy-too-wide")).toEqual([]);
  });
});
