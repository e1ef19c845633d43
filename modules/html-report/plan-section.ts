import { describeEndpoint, describePlace } from "../planning/plan/endpoint-in-words";
import { describePlan } from "../planning/plan/explain-as-text";
import type { PlanContent } from "../planning/plan/planned-endpoint";
import { html } from "./html";
import { pageTable, type Section } from "./section";

/** The endpoints that the tasks need, each with its reasons. */
export function planSection(plan: PlanContent): readonly Section[] {
  const { tasks, instances = [], endpoints } = plan;
  if (endpoints.length === 0) return [];
  const subjects = [...tasks, ...instances];
  const rows = endpoints.map((endpoint) => [
    html`<code>${describeEndpoint(endpoint)}</code>`,
    endpoint.type,
    html`<ul class="plain">${endpoint.reasons.map((reason) => {
      const place = describePlace(reason, subjects);
      return html`<li>${reason.text}${place === "" ? undefined : html` <code class="quiet">${place}</code>`}</li>`;
    })}</ul>`,
  ]);
  const content = pageTable({
    id: "plan-table",
    caption: describePlan(plan),
    heading: ["Endpoint", "Type", "Why"],
    rows,
  });
  return [{ id: "plan", title: "Endpoints that the tasks need", content }];
}
