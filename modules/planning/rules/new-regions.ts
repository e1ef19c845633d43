import { inEachLanguage } from "../../issues/fix";
import { issue } from "../../issues/issue";
import type { AskRule } from "./ask-rule";

/** Regions introduced since 23 December 2023. The page names this one as an example and gives no list. */
const NEW_REGIONS: readonly string[] = ["ca-west-1"];

/** For new Regions AWS asks for the endpoints of ECS itself, without saying whether that holds for Fargate. */
export const newRegions: AskRule = {
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
  *asks({
    context: {
      surroundings: { region },
    },
  }) {
    if (region === undefined || !NEW_REGIONS.includes(region)) return;
    yield {
      remark: issue("ecs-endpoints-unverified", {
        problem: `whether tasks in ${region} need the endpoints ecs, ecs-agent and ecs-telemetry is uncertain`,
        fix: {
          ...inEachLanguage(({ uses }) => `try it, or add them: ${uses("ecs", "ecs-agent", "ecs-telemetry")}`),
          library:
            'try it, or add them: plan.with("ecs", "new Region").with("ecs-agent", "new Region").with("ecs-telemetry", "new Region")',
        },
      }),
    };
  },
};
