import type { OutsideCall } from "../../asks/ask";
import type { PlanSurroundings, PresentEndpoint } from "../../asks/plan-surroundings";
import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";
import { resolvePlatformVersion } from "../../aws/platform-version";
import { costOf, type NetworkCost } from "../../cost/cost-of";
import type { CostOptions } from "../../cost/cost-options";
import { ConfigurationError } from "../../issues/configuration-error";
import { checkShape } from "../../shapes/check-shape";
import { list } from "../../shapes/shape";
import type { UncheckedFargateTask } from "../../task/fargate-task";
import { TASK } from "../../task/task-shape";
import type { InstanceSpec } from "../instance/instance-spec";
import { type AskingSubject, admittedStatements } from "./admitted-statements";
import { askedBy } from "./asked-by";
import { type EndpointPlanInNetwork, planInNetwork } from "./endpoint-plan-in-network";
import { type ExplainOptions, explainAsText } from "./explain-as-text";
import { networkOfPlan } from "./network-of-plan";
import { type EndpointPlanJson, planAsJson } from "./plan-as-json";
import { planAsMarkdown } from "./plan-as-markdown";
import type { EndpointWithPolicy, PlanContent, PlanIssue, PlannedEndpoint, PlannedTask } from "./planned-endpoint";
import { type PlannedPolicy, plannedPolicy } from "./planned-policy";
import { type AskedEndpoint, inOrder, type PlacedAsk, union, uniqueIssues } from "./union";

/** The shape of a list of tasks. */
const TASKS = list(TASK);

/**
 * Which endpoints tasks need, and why: derived from the tasks, gateway endpoints first, then in the order of the names.
 * The order of tasks and containers changes nothing.
 *
 * @example
 * ```ts
 * import { ContainerImage, EndpointPlan, type FargateTask } from "cdktf-private-fargate/planning";
 *
 * const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders", { tag: "1.4.2" });
 * const task = { family: "orders", containers: { api: { image } }, uses: ["sqs"] } satisfies FargateTask;
 *
 * console.log(EndpointPlan.forTasks([task]).explain());
 * ```
 *
 * ```text
 * orders, platform version 1.4.0: 1 gateway endpoint, 4 interface endpoints
 *   s3       Gateway    ECR keeps image layers in S3                       containers.api.image
 *   ecr.api  Interface  the task fetches its own ECR token (1.4.0 and up)  containers.api.image
 *   ecr.dkr  Interface  the image is pulled from ECR                       containers.api.image
 *   logs     Interface  the awslogs driver writes to CloudWatch Logs       containers.api.logDriver
 *   sqs      Interface  the application calls Amazon SQS                   uses[0]
 * ```
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
  /** What the tasks call outside of AWS, where no endpoint leads. */
  readonly outside: readonly OutsideCall[];
  readonly #sources: readonly UncheckedFargateTask[];
  readonly #declared: readonly PlacedAsk[];
  readonly #hosts: readonly InstanceSpec[];
  readonly #asked: readonly AskedEndpoint[];
  readonly #subjects: readonly AskingSubject[];
  readonly #unreachable: ReadonlySet<PlanIssue>;
  readonly #open: ReadonlySet<PlanIssue>;

  private constructor(
    sources: readonly UncheckedFargateTask[],
    surroundings: PlanSurroundings,
    declared: readonly PlacedAsk[],
    hosts: readonly InstanceSpec[],
  ) {
    const { placed, subjects, issues, unreachable, open, outside } = askedBy(sources, hosts, surroundings);
    this.tasks = inOrder(
      sources.map(({ family, platformVersion, operatingSystemFamily }) => ({
        family,
        platformVersion: resolvePlatformVersion(platformVersion, operatingSystemFamily),
      })),
    );
    this.instances = [...new Set(hosts.map(({ name }) => name))].sort();
    this.#asked = union([...declared, ...placed]);
    this.endpoints = this.#asked.map(({ endpoint }) => endpoint);
    this.issues = uniqueIssues(issues);
    this.outside = outside;
    this.surroundings = surroundings;
    this.#sources = sources;
    this.#declared = declared;
    this.#hosts = hosts;
    this.#subjects = subjects;
    this.#unreachable = unreachable;
    this.#open = open;
  }

  /**
   * The plan for tasks that share a network: the union of what each of them needs.
   *
   * @param tasks the tasks
   * @param surroundings what is known of the network. @default - nothing; {@link in} takes it later
   * @throws {ConfigurationError} for a property that is unknown, missing, or something else than its type says
   */
  static forTasks(tasks: readonly UncheckedFargateTask[], surroundings: PlanSurroundings = {}): EndpointPlan {
    const malformed = [...checkShape(tasks, TASKS)];
    if (malformed.length > 0) throw new ConfigurationError("EndpointPlan.forTasks", malformed);
    return EndpointPlan.forTasksAsRead(tasks, surroundings);
  }

  /**
   * The same for tasks whose shape is known: a reader has made them, and leaves what it cannot read as an expression.
   *
   * @internal
   */
  static forTasksAsRead(tasks: readonly UncheckedFargateTask[], surroundings: PlanSurroundings = {}): EndpointPlan {
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
    const declared: PlacedAsk = { ask: { service, by: "task-role" }, reason: { rule: "declared", text: why } };
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
    return planInNetwork(this.knowing(network), network.endpoints ?? []);
  }

  /**
   * The same plan with what is known of a network: its issues, and how it explains them, are those of this network.
   *
   * @internal
   */
  knowing(network: PlanSurroundings): EndpointPlan {
    const { region = this.surroundings.region, wayOut = this.surroundings.wayOut } = network;
    const { fips = this.surroundings.fips, endpoints = [] } = network;
    const surroundings: PlanSurroundings = {
      ...(region === undefined ? {} : { region }),
      ...(wayOut === undefined ? {} : { wayOut }),
      ...(fips === undefined ? {} : { fips }),
      endpoints,
    };
    return new EndpointPlan(this.#sources, surroundings, this.#declared, this.#hosts);
  }

  /** What is asked through each endpoint of the plan, as far as the tasks show it. */
  get asked(): readonly AskedEndpoint[] {
    return this.#asked;
  }

  /** The endpoints with what their generated policies admit, each statement for itself. */
  get endpointsWithPolicies(): readonly EndpointWithPolicy[] {
    const { region } = this.surroundings;
    return this.endpoints.map((endpoint) => ({
      ...endpoint,
      admitted: admittedStatements(endpoint, this.#subjects, region),
    }));
  }

  /**
   * The statements with which `VpcEndpoints` generates the policies of the endpoints, each with its reasons. What is given
   * elsewhere is not among them: to the execution role, to the role of an instance, by `allow`.
   *
   * @example EndpointPlan.forTasks([task]).policies.flatMap(({ service, statements }) => statements.map(({ sid }) => `${service} ${sid}`))
   */
  get policies(): readonly PlannedPolicy[] {
    return this.endpointsWithPolicies.map(plannedPolicy);
  }

  /** Whether an issue of the plan is one that a way out of the network would help. */
  isUnreachable(issue: PlanIssue): boolean {
    return this.#unreachable.has(issue);
  }

  /** Whether an issue of the plan leaves open whether the calls that it is about arrive. */
  leavesOpen(issue: PlanIssue): boolean {
    return this.#open.has(issue);
  }

  /**
   * What the endpoints cost in a month, against NAT gateways and a hub. {@link explainCost} writes it as text. It throws nothing:
   * a Region without prices, and a number that cannot be, make an answer that is unknown and says why.
   *
   * @param options zones, traffic and the Region, where the plan does not know it
   * @example explainCost(EndpointPlan.forTasks([task]).cost({ region: "eu-west-1", zones: 2, gb: { logs: 20 } }))
   */
  cost(options: CostOptions): NetworkCost {
    const { region } = this.surroundings;
    return costOf(networkOfPlan({ ...this, ...(region === undefined ? {} : { region }) }), options);
  }

  /**
   * The plan as text: a line for each endpoint and reason, then what no endpoint can help and what is uncertain.
   *
   * @param options whether the statements of the generated policies are shown
   * @example console.log(EndpointPlan.forTasks([task]).explain({ statements: true }));
   */
  explain({ statements = false }: ExplainOptions = {}): string {
    return explainAsText(statements ? this.#withPolicies() : this);
  }

  /** The plan as data for JSON; `JSON.stringify(plan)` uses it. */
  toJSON(): EndpointPlanJson {
    return planAsJson(this);
  }

  /** The plan as Markdown: a table of endpoints and reasons, with `statements` the policies, and a list of issues. */
  toMarkdown({ statements = false }: ExplainOptions = {}): string {
    return planAsMarkdown(statements ? this.#withPolicies() : this);
  }

  #withPolicies(): PlanContent {
    return { ...this, endpoints: this.endpointsWithPolicies };
  }
}
