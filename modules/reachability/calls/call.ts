import type { EndpointServiceName, EndpointType } from "../../aws/endpoint-services/catalog";
import type { EndpointReason } from "../../planning/plan/planned-endpoint";
import type { ApiRequest } from "../model/api-request";
import type { Identity } from "../model/identity";
import type { Endpoint, RunningTask, Subnet, Vpc } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import type { Judge } from "../model/proof";
import type { Truth } from "../model/truth";

/** Where a task runs. */
export interface TaskSite {
  readonly view: NetworkView;
  readonly task: RunningTask;
  readonly vpc: Vpc;
  readonly subnets: readonly Subnet[];
  readonly securityGroups: readonly Identity[];
  readonly acceptances: Judge;
}

/** Connections from where a task runs. */
export interface Connection extends TaskSite {
  /** The service on the other side. @default - it is none that endpoints lead to */
  readonly service?: EndpointServiceName;
  /** TCP ports of the other side. Empty where they are not established. */
  readonly ports: readonly number[];
}

/** Network interfaces of a VPC: those of an interface endpoint, or the one of a mount target. */
export type InterfaceTarget = Pick<Endpoint, "id" | "address" | "vpc" | "subnets" | "securityGroups">;

/** Connections to network interfaces of the VPC, or of another one. */
export interface InterfaceConnection extends Connection {
  readonly endpoint: InterfaceTarget;
  /**
   * Whether rules of the task's side can name security groups of the other one, and rules of that side those of the task.
   *
   * @default - both can, as within a VPC
   */
  readonly references?: Readonly<Record<"egress" | "ingress", Truth>>;
}

/** A service that a task calls. */
export interface ServiceCall extends Connection {
  readonly service: EndpointServiceName;
  /** The type that is planned. */
  readonly type: EndpointType;
  /** Region of the service. @default - the task's own */
  readonly region?: string;
  readonly reasons: readonly EndpointReason[];
  /** What is asked of the service, as far as the task shows it. */
  readonly requests: readonly ApiRequest[];
  /** What the service asks of keys in the name of the task, as far as the task shows it. @default - nothing */
  readonly keyRequests?: readonly ApiRequest[];
}

/** A service call that goes through an endpoint. */
export interface EndpointCall extends ServiceCall, InterfaceConnection {
  readonly service: EndpointServiceName;
  readonly endpoint: Endpoint;
}

/** Who calls what, for messages: `the task "orders"`. */
export function taskName({ task }: TaskSite): string {
  return `the task "${task.name}"`;
}
