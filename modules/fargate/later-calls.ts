import type { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import type { VpcEndpoints } from "../endpoints/vpc-endpoints";
import { ofSameStack } from "../internal/of-same-stack";
import { throwIssues } from "../internal/throw-issues";
import { throwMalformed } from "../internal/throw-malformed";
import { checkLaterCall } from "./check-task-calls";
import { passNetworkAcls } from "./pass-network-acls";
import { type Caller, openCall, saidCalls, type TaskCall, type TaskCalls } from "./task-calls";
import { TASK_CALLS } from "./task-calls-shape";

/** The task that calls, as it was made. */
export interface CallingTask {
  readonly caller: Caller;
  readonly taskDefinition: EcsTaskDefinition;
  /** The calls of its properties. */
  readonly calls: TaskCalls;
  /** The endpoints whose network ACLs its calls pass. */
  readonly endpoints: VpcEndpoints | undefined;
}

/** What a task calls besides the `calls` of its properties: said after it was made, which two services that call each other need. */
export class LaterCalls {
  readonly #scope: Construct;
  readonly #task: CallingTask;
  readonly #names: Set<string>;

  constructor(scope: Construct, task: CallingTask) {
    this.#scope = scope;
    this.#task = task;
    this.#names = new Set(Object.keys(task.calls));
  }

  /**
   * @param within to what the rules belong
   * @throws {ConfigurationError} for a call that is wrong, and for a name that a call has already
   */
  add(name: string, call: TaskCall, within: Construct): void {
    const scope = this.#scope;
    const { caller, taskDefinition, endpoints } = this.#task;
    const calls = { [name]: call };
    throwMalformed(scope, calls, TASK_CALLS);
    throwIssues(scope, [...checkLaterCall(name, call, this.#names)]);
    this.#names.add(name);
    const id = within === scope ? `call-${name}` : `${scope.node.id}-call-${name}`;
    const rules = openCall(within, id, { name, call, caller });
    const passed = passNetworkAcls(endpoints, { calls });
    // A task definition must not name what is in a stack that waits for its own: there the rule says the call.
    const isHere = TerraformStack.of(within) === TerraformStack.of(scope);
    const says = isHere ? taskDefinition : rules[0];
    says?.addOverride(`//.privateFargate.calls.${name}`, saidCalls(calls)[name]);
    if (!isHere) return;
    const waitsFor = ofSameStack(scope, [...rules, ...passed]).map(({ fqn }) => fqn);
    taskDefinition.dependsOn = [...(taskDefinition.dependsOn ?? []), ...waitsFor];
  }
}
