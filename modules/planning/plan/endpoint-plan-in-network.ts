import type { OutsideCall } from "../../asks/ask";
import type { PlanSurroundings, PresentEndpoint } from "../../asks/plan-surroundings";
import { endpointServiceFacts } from "../../aws/endpoint-services/endpoint-service-facts";
import { issue } from "../../issues/issue";
import { type ExplainOptions, explainAsText } from "./explain-as-text";
import type { EndpointWithPolicy, PlanContent, PlanIssue, PlannedEndpoint } from "./planned-endpoint";

/** A plan against a network. */
export interface EndpointPlanInNetwork<Present extends PresentEndpoint = PresentEndpoint> {
  /** What the tasks need: `present` and `missing` together. */
  readonly needed: readonly PlannedEndpoint[];
  /** What is needed and there. */
  readonly present: readonly PlannedEndpoint[];
  /** What is needed and not there. */
  readonly missing: readonly PlannedEndpoint[];
  /** What is there and needed by no task of the plan. */
  readonly unused: readonly Present[];
  /** The issues of the plan in this network. Missing endpoints are none: they may be about to be created. */
  readonly issues: readonly PlanIssue[];
  /** What the tasks call outside of AWS, where no endpoint leads. */
  readonly outside: readonly OutsideCall[];
  /** What was known of the network. */
  readonly surroundings: PlanSurroundings;
  /** The plan in this network as text: a line for each endpoint and reason, then its issues. */
  explain(options?: ExplainOptions): string;
}

/** Compares a plan, which was made for the network, with the endpoints of the network. */
export function planInNetwork<Present extends PresentEndpoint>(
  plan: PlanContent &
    Pick<EndpointPlanInNetwork, "surroundings" | "outside"> & {
      readonly endpointsWithPolicies: readonly EndpointWithPolicy[];
    },
  endpoints: readonly Present[],
): EndpointPlanInNetwork<Present> {
  const { tasks, instances = [] } = plan;
  const { region } = plan.surroundings;
  const serve = (planned: PlannedEndpoint) => endpoints.filter((endpoint) => serves(endpoint, planned, region));
  const present = plan.endpoints.filter((planned) => serve(planned).length > 0);
  const used = new Set<PresentEndpoint>(plan.endpoints.flatMap(serve));
  const issues = [...plan.issues, ...present.flatMap((planned) => interfaceForGatewayNote(planned, serve(planned)))];
  return {
    needed: plan.endpoints,
    present,
    missing: plan.endpoints.filter((planned) => !present.includes(planned)),
    unused: endpoints.filter((endpoint) => !used.has(endpoint)),
    issues,
    outside: plan.outside,
    surroundings: plan.surroundings,
    explain: ({ statements = false } = {}) => {
      const endpoints = statements ? plan.endpointsWithPolicies : plan.endpoints;
      return explainAsText({ tasks, instances, endpoints, issues });
    },
  };
}

/** An interface endpoint serves in place of a gateway endpoint, unless AWS gives it no private DNS. */
function serves(endpoint: PresentEndpoint, planned: PlannedEndpoint, region: string | undefined): boolean {
  if (endpoint.service !== planned.service) return false;
  const leadsTo = endpoint.serviceRegion === region ? undefined : endpoint.serviceRegion;
  if (leadsTo !== planned.region) return false;
  if (endpoint.type === planned.type || planned.type === "Interface") return true;
  return endpointServiceFacts(endpoint.service).privateDns !== false;
}

/** Sources: the pages on ECR's endpoints and on S3's interface endpoints; neither says whether layers may come that way. */
function interfaceForGatewayNote(planned: PlannedEndpoint, serving: readonly PresentEndpoint[]): PlanIssue[] {
  if (planned.type !== "Gateway" || serving.some(({ type }) => type === "Gateway")) return [];
  return [
    issue("interface-for-gateway", {
      problem: `"${planned.service}" has an interface endpoint where a gateway endpoint is planned`,
      fix: `add a gateway endpoint for "${planned.service}"; without one, private DNS has to be for the whole VPC: private_dns_only_for_inbound_resolver_endpoint = false, as AWS refuses true without a gateway endpoint`,
    }),
  ];
}
