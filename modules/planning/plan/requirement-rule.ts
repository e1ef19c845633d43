import type { EndpointServiceName, EndpointType } from "../endpoint-services/catalog";
import type { Issue } from "../issue";
import type { Container, FargateTask } from "../task/fargate-task";

/** A task, and what the rules must know of its surroundings. */
export interface TaskInNetwork {
  readonly task: FargateTask;
  /** The platform version that runs, with `LATEST` and the default resolved. */
  readonly platformVersion: "1.3.0" | "1.4.0";
  /** The containers with their names, in the order of the names. */
  readonly containers: readonly (readonly [name: string, container: Container])[];
}

/** A rule found that the task calls a service for which there is an endpoint. */
export interface Requirement {
  readonly service: EndpointServiceName;
  readonly type: EndpointType;
  /** Why the task needs the endpoint, as it stands in the explanation. */
  readonly text: string;
  /** What happens without the endpoint, to follow "without the endpoint". */
  readonly failure: string;
  /** Where in the task it says so, for example `"containers.api.image"`. */
  readonly path: string;
}

/** A rule found something that no endpoint can help. */
export interface Unreachable {
  readonly issue: Issue;
}

/** One reason why tasks need endpoints: a row of the rule table. */
export interface RequirementRule {
  /** Stable name, for example `"ecr-pull"`. */
  readonly id: string;
  /** The page of AWS's documentation that states the rule. */
  readonly source: string;
  /** What of the task the rule applies to. */
  readonly derive: (input: TaskInNetwork) => Iterable<Requirement | Unreachable>;
}
