import { wayOutInWords } from "../../aws/way-out";
import { type Issue, issue } from "../../issues/issue";
import type { EndpointPlanInNetwork } from "./endpoint-plan-in-network";

/**
 * An issue for each endpoint that is needed and not there; only a note where the network has a way out.
 *
 * @param plan the plan against the network
 */
export function missingEndpointIssues(plan: EndpointPlanInNetwork): Issue[] {
  const { wayOut, endpoints } = plan.surroundings;
  const present = [...new Set(endpoints?.map(({ service }) => service))];
  const among =
    present.length === 0 ? "and there are no endpoints" : `which is not among the endpoints ${present.join(", ")}`;
  return plan.missing.map(({ service, reasons: [{ source, text, failure }] }) =>
    issue("endpoint-missing", {
      ...(wayOut === undefined ? {} : { severity: "note" }),
      path: source,
      problem: `the task needs "${service}", ${among}`,
      why:
        wayOut === undefined
          ? `${text}; without the endpoint ${failure ?? "the call times out"}`
          : `${text}; without the endpoint the call leaves the network by ${wayOutInWords(wayOut)}`,
      fix: `add "${service}" to services, or use services: EndpointPlan.forTasks([task])`,
    }),
  );
}
