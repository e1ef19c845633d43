import { expect, it } from "vitest";
import { EndpointPlan } from "../../../../modules/planning/plan/endpoint-plan";
import { missingEndpointIssues } from "../../../../modules/planning/plan/missing-endpoint-issues";
import { ordersTask } from "../../../support/orders";

const plan = EndpointPlan.forTasks([ordersTask]);

it("is an error for each endpoint that is missing, with what happens without it", () => {
  const endpoints = (["s3", "ecr.dkr", "logs"] as const).map((service) => ({ service, type: "Interface" }) as const);
  expect([...missingEndpointIssues(plan.in({ endpoints }), "task")]).toEqual([
    {
      code: "endpoint-missing",
      path: "containers.api.image",
      problem: 'the task needs "ecr.api", which is not among the endpoints s3, ecr.dkr, logs',
      why: expect.stringMatching(/^the task fetches .*; without the endpoint the task stops with "ResourceInit/),
      fix: 'add "ecr.api" to services, or use services: EndpointPlan.forTasks([task])',
    },
  ]);
});

it("says how endpoints are made where there are none", () => {
  const [first] = missingEndpointIssues(plan.in({}), "task");
  expect(first).toMatchObject({
    problem: 'the task needs "s3", and there are no endpoints',
    fix: 'create them with new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([task]) }), and give it as endpoints',
  });
});

it("R26: is a note where the network has a way out", () => {
  const issues = [...missingEndpointIssues(plan.in({ wayOut: "nat-gateway" }), "task")];
  expect(issues).toHaveLength(4);
  for (const { severity, why } of issues) {
    expect(severity).toBe("note");
    expect(why).toContain("a NAT gateway");
  }
});

it("names the instance that needs the endpoint, and how it does without a session", () => {
  const ofBuilder = EndpointPlan.forInstances([{ name: "builder", uses: ["sqs"] }]);
  const endpoints = (["s3", "ssm", "ec2messages"] as const).map(
    (service) => ({ service, type: service === "s3" ? "Gateway" : "Interface" }) as const,
  );
  expect([...missingEndpointIssues(ofBuilder.in({ endpoints }), "instance")]).toEqual([
    {
      code: "endpoint-missing",
      path: "instance.uses[0]",
      problem: 'the instance "builder" needs "sqs", which is not among the endpoints s3, ssm, ec2messages',
      why: expect.stringMatching(/^the instance calls .*; without the endpoint the calls time out$/),
      fix: 'add "sqs" to services, or use services: EndpointPlan.forInstances([instance])',
    },
    {
      code: "endpoint-missing",
      path: "instance.sessionManager",
      problem: 'the instance "builder" needs "ssmmessages", which is not among the endpoints s3, ssm, ec2messages',
      why: "Session Manager opens its sessions through it; without the endpoint no session opens",
      fix: 'add "ssmmessages" to services, or use services: EndpointPlan.forInstances([instance]), or write sessionManager: false',
    },
  ]);
});
