import type { PlanSurroundings } from "../../asks/plan-surroundings";
import type { EndpointServiceName, EndpointType } from "../../aws/endpoint-services/catalog";
import type { PlatformVersionNumber } from "../../aws/platform-version";
import type { Issue } from "../../issues/issue";
import type { Container, UncheckedFargateTask } from "../../task/fargate-task";

/** A task, and what the rules must know of its surroundings. */
export interface TaskInNetwork {
  readonly task: UncheckedFargateTask;
  /** The platform version that runs, with `LATEST` and the default resolved. */
  readonly platformVersion: PlatformVersionNumber;
  /** The containers with their names, in the order of the names. */
  readonly containers: readonly (readonly [name: string, container: Container])[];
  /** Where the task runs. */
  readonly surroundings: PlanSurroundings;
}

/** A rule found that the task calls a service for which there is an endpoint. */
export interface Requirement {
  readonly service: EndpointServiceName;
  /** @default - the gateway endpoint where there is one, else the interface endpoint */
  readonly type?: EndpointType;
  /** Region of the service. @default - the task's own */
  readonly region?: string;
  /** Why the task needs the endpoint, as it stands in the explanation. */
  readonly text: string;
  /** What happens without the endpoint, to follow "without the endpoint". */
  readonly failure: string;
  /** Where in the task it says so, for example `"containers.api.image"`. */
  readonly path: string;
  /** Whether the endpoint is the one that is named, even where Fargate is in FIPS mode. @default false */
  readonly asNamed?: boolean;
}

/** A rule found something that no endpoint can help. Where the network has a way out it becomes a note. */
export interface Unreachable {
  readonly unreachable: Issue;
}

/** A rule found something worth saying that is no obstacle: a warning or a note. */
export interface Remark {
  readonly remark: Issue;
}

/** A rule found a sign that the task calls a service. It is said unless another rule plans the endpoint. */
export interface Hint extends Remark {
  readonly hintAt: EndpointServiceName;
}

/** What a rule can find. */
export type Finding = Requirement | Unreachable | Remark | Hint;

/** One reason why tasks need endpoints: a row of the rule table. */
export interface RequirementRule {
  /** Stable name, for example `"ecr-pull"`. */
  readonly id: string;
  /** The page of AWS's documentation that states the rule. */
  readonly source: string;
  /** What of the task the rule applies to. */
  readonly derive: (input: TaskInNetwork) => Iterable<Finding>;
}
