import { wayOutInWords } from "../../aws/way-out";
import { type Issue, issue } from "../../issues/issue";
import type { EndpointPlanInNetwork } from "./endpoint-plan-in-network";
import type { EndpointReason } from "./planned-endpoint";

/** What is said of whoever needs the endpoint. */
interface Subject {
  readonly who: string;
  /** Where it says so. */
  readonly path: string | undefined;
  /** The plan of its endpoints. */
  readonly plan: string;
  /** What else would do. @default - nothing */
  readonly instead?: string;
}

const SUBJECTS = {
  task: ({ source }): Subject => ({
    who: "the task",
    path: source,
    plan: "EndpointPlan.forTasks([task])",
  }),
  instance: ({ task: name, source }): Subject => ({
    who: `the instance "${name}"`,
    path: source === undefined ? undefined : `instance.${source}`,
    plan: "EndpointPlan.forInstances([instance])",
    ...(source === "sessionManager" ? { instead: "write sessionManager: false" } : {}),
  }),
} satisfies Record<string, (reason: EndpointReason) => Subject>;

/**
 * An issue for each endpoint that is needed and not there; only a note where the network has a way out.
 *
 * @param plan the plan, for one task or one instance, against the network
 */
export function* missingEndpointIssues(plan: EndpointPlanInNetwork, subject: keyof typeof SUBJECTS): Generator<Issue> {
  const { wayOut, endpoints } = plan.surroundings;
  const present = [...new Set(endpoints?.map(({ service }) => service))];
  const among =
    present.length === 0 ? "and there are no endpoints" : `which is not among the endpoints ${present.join(", ")}`;
  for (const { service, reasons } of plan.missing) {
    const [reason] = reasons;
    const { who, path, plan: services, instead } = SUBJECTS[subject](reason);
    const added =
      present.length > 0
        ? `add "${service}" to services, or use services: ${services}`
        : `create them with new VpcEndpoints(scope, "endpoints", { network, services: ${services} }), and give it as endpoints`;
    yield issue("endpoint-missing", {
      ...(wayOut === undefined ? {} : { severity: "note" }),
      path,
      problem: `${who} needs "${service}", ${among}`,
      why:
        wayOut === undefined
          ? `${reason.text}; without the endpoint ${reason.failure ?? "the call times out"}`
          : `${reason.text}; without the endpoint the call leaves the network by ${wayOutInWords(wayOut)}`,
      fix: [added, ...(instead === undefined ? [] : [instead])].join(", or "),
    });
  }
}
