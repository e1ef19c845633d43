import { explainAsText } from "../planning/plan/explain-as-text";
import { planAsJson } from "../planning/plan/plan-as-json";
import { planAsMarkdown } from "../planning/plan/plan-as-markdown";
import type { PlanContent } from "../planning/plan/planned-endpoint";

/** The forms in which a plan is printed. The first is the default. */
export const PLAN_FORMATS = ["text", "json", "markdown"] as const;

/** A plan in one of the {@link PLAN_FORMATS}. */
export function renderPlan(plan: PlanContent, format: string | undefined): string {
  switch (format) {
    case "json":
      return JSON.stringify(planAsJson(plan), undefined, 2);
    case "markdown":
      return planAsMarkdown(plan);
    default:
      return explainAsText(plan);
  }
}
