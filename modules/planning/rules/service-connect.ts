import { FAILURES } from "../../asks/failures";
import type { PlanSurroundings } from "../../asks/plan-surroundings";
import { issue } from "../../issues/issue";
import type { AskRule } from "./ask-rule";

/**
 * The proxy of Service Connect is managed through `ecs-agent`. AWS's page is not clear on Fargate, so the plan says so, and a
 * network without the endpoint and without a way out is not wrong for certain.
 */
export const serviceConnect: AskRule = {
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
  *asks({ task, context: { surroundings } }) {
    if (task.serviceConnect === undefined) return;
    if (isWithout(surroundings)) {
      yield {
        hintAt: "ecs-agent",
        remark: unverified("add the endpoint, or see your service start without it"),
        leavesOpen: true,
      };
      return;
    }
    yield {
      rule: "service-connect",
      service: "ecs-agent",
      by: "execution-role",
      text: "ECS manages the proxy of Service Connect through ecs-agent",
      failure: FAILURES.serviceConnect,
      path: "serviceConnect",
    };
    yield { remark: unverified("keep the endpoint until you have seen your service start without it") };
  },
};

/** Whether a network that is known has neither the endpoint nor a way out. */
function isWithout({ endpoints, wayOut }: PlanSurroundings): boolean {
  return wayOut === undefined && endpoints !== undefined && !endpoints.some(({ service }) => service === "ecs-agent");
}

function unverified(fix: string) {
  return issue("service-connect-unverified", {
    path: "serviceConnect",
    problem: 'whether Service Connect on Fargate needs the endpoint "ecs-agent" is uncertain',
    fix,
  });
}
