import type { PlanSurroundings, PresentEndpoint } from "../../asks/plan-surroundings";
import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";
import { defaultEndpointType } from "../../aws/endpoint-services/endpoint-service-facts";
import { resolvePlatformVersion } from "../../aws/platform-version";
import type { Issue } from "../../issues/issue";
import type { UncheckedFargateTask } from "../../task/fargate-task";
import { checkInstanceSpec } from "../instance/check-instance-spec";
import type { InstanceSpec } from "../instance/instance-spec";
import { deriveRequirements } from "./derive-requirements";
import { type EndpointPlanInNetwork, planInNetwork } from "./endpoint-plan-in-network";
import { explainAsText } from "./explain-as-text";
import { instanceRequests } from "./instance-requests";
import { type EndpointPlanJson, planAsJson } from "./plan-as-json";
import { planAsMarkdown } from "./plan-as-markdown";
import type { PlanIssue, PlannedEndpoint, PlannedTask } from "./planned-endpoint";
import { byFamily, type EndpointRequest, inOrder, union, uniqueIssues } from "./union";

/**
 * Which endpoints tasks need, and why: derived from the tasks, gateway endpoints first, then in the order of the names.
 * The order of tasks and containers changes nothing.
 *
 * @example
 * const plan = EndpointPlan.forTasks([task]);
 * console.log(plan.explain());
 */
export class EndpointPlan {
  /** The tasks that were planned for, in the order of their families. */
  readonly tasks: readonly PlannedTask[];
  /** Names of the EC2 instances that were planned for, in order. */
  readonly instances: readonly string[];
  /** The endpoints that are needed. */
  readonly endpoints: readonly PlannedEndpoint[];
  /** What the tasks ask for and no endpoint can give, and what is uncertain. An error is what the tasks cannot run without. */
  readonly issues: readonly PlanIssue[];
  /** What was known of the network. */
  readonly surroundings: PlanSurroundings;
  readonly #sources: readonly UncheckedFargateTask[];
  readonly #declared: readonly EndpointRequest[];
  readonly #hosts: readonly InstanceSpec[];

  private constructor(
    sources: readonly UncheckedFargateTask[],
    surroundings: PlanSurroundings,
    declared: readonly EndpointRequest[],
    hosts: readonly InstanceSpec[],
  ) {
    const requests: EndpointRequest[] = [...declared, ...hosts.flatMap(instanceRequests)];
    const issues: PlanIssue[] = hosts.flatMap((host) =>
      [...checkInstanceSpec(host)].map((issue) => ({ ...issue, task: host.name })),
    );
    // In the order in which the reasons will stand, which makes sorting them quick.
    for (const task of sources.toSorted(byFamily)) {
      const derived = deriveRequirements(task, surroundings);
      issues.push(...derived.issues.map((issue: Issue) => ({ ...issue, task: task.family })));
      for (const { service, type, region, rule, text, failure, path } of derived.requirements) {
        requests.push({ service, type, region, reason: { rule, text, failure, task: task.family, source: path } });
      }
    }
    this.tasks = inOrder(
      sources.map(({ family, platformVersion, operatingSystemFamily }) => ({
        family,
        platformVersion: resolvePlatformVersion(platformVersion, operatingSystemFamily),
      })),
    );
    this.instances = [...new Set(hosts.map(({ name }) => name))].sort();
    this.endpoints = union(requests);
    this.issues = uniqueIssues(issues);
    this.surroundings = surroundings;
    this.#sources = sources;
    this.#declared = declared;
    this.#hosts = hosts;
  }

  /**
   * The plan for tasks that share a network: the union of what each of them needs.
   *
   * @param tasks the tasks
   * @param surroundings what is known of the network. @default - nothing; {@link in} takes it later
   */
  static forTasks(tasks: readonly UncheckedFargateTask[], surroundings: PlanSurroundings = {}): EndpointPlan {
    return new EndpointPlan(tasks, surroundings, [], []);
  }

  /**
   * The plan for EC2 instances: what their sessions, their packages and their calls need.
   *
   * @example EndpointPlan.forInstances([{ name: "builder", packages: ["docker"], uses: ["ecr.api", "ecr.dkr"] }])
   */
  static forInstances(instances: readonly InstanceSpec[], surroundings: PlanSurroundings = {}): EndpointPlan {
    return new EndpointPlan([], surroundings, [], instances);
  }

  /** The same plan for some EC2 instances more, which share the network with the tasks. */
  withInstances(instances: readonly InstanceSpec[]): EndpointPlan {
    return new EndpointPlan(this.#sources, this.surroundings, this.#declared, [...this.#hosts, ...instances]);
  }

  /**
   * The same plan with one endpoint more, for calls that no task definition shows.
   *
   * @param service AWS's short name of the service
   * @param why why it is needed, as it shall stand in {@link explain}
   * @example EndpointPlan.forTasks([task]).with("sqs", "the worker polls a queue")
   */
  with(service: EndpointServiceName, why: string): EndpointPlan {
    const declared = { service, type: defaultEndpointType(service), reason: { rule: "declared", text: why } };
    return new EndpointPlan(this.#sources, this.surroundings, [...this.#declared, declared], this.#hosts);
  }

  /**
   * The plan against a network: what it has of what is needed, what is missing, and what nobody needs.
   *
   * @param network the network; a `Network` is one
   * @example EndpointPlan.forTasks([task]).in(network).missing
   */
  in<Present extends PresentEndpoint = PresentEndpoint>(
    network: PlanSurroundings & { readonly endpoints?: readonly Present[] },
  ): EndpointPlanInNetwork<Present> {
    const { region = this.surroundings.region, wayOut = this.surroundings.wayOut } = network;
    const { fips = this.surroundings.fips, endpoints = [] } = network;
    const surroundings: PlanSurroundings = {
      ...(region === undefined ? {} : { region }),
      ...(wayOut === undefined ? {} : { wayOut }),
      ...(fips === undefined ? {} : { fips }),
      endpoints,
    };
    return planInNetwork(new EndpointPlan(this.#sources, surroundings, this.#declared, this.#hosts), endpoints);
  }

  /** The plan as text: a line for each endpoint and reason, then what no endpoint can help and what is uncertain. */
  explain(): string {
    return explainAsText(this);
  }

  /** The plan as data for JSON; `JSON.stringify(plan)` uses it. */
  toJSON(): EndpointPlanJson {
    return planAsJson(this);
  }

  /** The plan as Markdown: a table of endpoints and reasons, and a list of issues. */
  toMarkdown(): string {
    return planAsMarkdown(this);
  }
}
