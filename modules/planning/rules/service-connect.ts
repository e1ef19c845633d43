import { FAILURES } from "../../asks/failures";
import { issue } from "../../issues/issue";
import type { AskRule } from "./ask-rule";

/** The proxy of Service Connect is managed through `ecs-agent`. AWS's page is not clear on Fargate, so the plan says so. */
export const serviceConnect: AskRule = {
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
  *asks({ task }) {
    if (task.serviceConnect === undefined) return;
    yield {
      rule: "service-connect",
      service: "ecs-agent",
      by: "execution-role",
      text: "ECS manages the proxy of Service Connect through ecs-agent",
      failure: FAILURES.serviceConnect,
      path: "serviceConnect",
      unverified: true,
    };
    yield {
      remark: issue("service-connect-unverified", {
        path: "serviceConnect",
        problem: 'whether Service Connect on Fargate needs the endpoint "ecs-agent" is uncertain',
        fix: "keep the endpoint until you have seen your service start without it",
      }),
    };
  },
};
