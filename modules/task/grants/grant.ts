import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";
import type { AccessTo, ServiceWithAccess } from "./accesses";

/** The things that a grant is about. */
export interface GrantedThings {
  /**
   * ARN of the thing, or several: a queue, a table, a bucket (whose objects are meant where the access is about objects), a
   * key. `"*"` stands for everything, where actions have no resource.
   */
  readonly on: string | readonly string[];
  /**
   * ARN of the KMS key of yours with which the thing is encrypted: what the service asks of it in the name of the task becomes a
   * right as well. The key's own policy has to let the account's roles use it.
   *
   * @default - none, or one of AWS's, which needs no right
   */
  readonly key?: string;
  /** Of a file system of EFS: ARN of the access point by which alone it may be mounted. @default - by any */
  readonly accessPoint?: string;
}

/** A right in words: what the application does with a thing of a service. */
export type AccessGrant = {
  readonly [Service in ServiceWithAccess]: GrantedThings & {
    readonly service: Service;
    /** What the application does with it, in one word or several. */
    readonly access: AccessTo<Service> | readonly AccessTo<Service>[];
    readonly actions?: never;
  };
}[ServiceWithAccess];

/** A right as a list of actions. */
export interface ActionGrant extends GrantedThings {
  /** The service that is called: AWS's short name. */
  readonly service: EndpointServiceName;
  /** Actions of IAM, for example `["bedrock:ApplyGuardrail"]`. */
  readonly actions: readonly string[];
  readonly access?: never;
}

/**
 * What the application calls, and the right to it, in one line: the endpoint, the statement of the task role and what the
 * proof asks of both follow from it.
 *
 * @example { service: "sqs", access: "consume", on: queue.arn }
 * @example { service: "s3", access: ["read", "write"], on: bucket.arn }
 * @example { service: "sqs", access: "send", on: queue.arn, key: key.arn }
 * @example { service: "elasticfilesystem", access: "read", on: fileSystem.arn, accessPoint: accessPoint.arn }
 * @example { service: "bedrock-runtime", actions: ["bedrock:ApplyGuardrail"], on: guardrail.arn }
 */
export type Grant = AccessGrant | ActionGrant;

/** A grant that no compiler has checked. Every {@link Grant} is one. */
export interface UncheckedGrant {
  readonly service: string;
  readonly access?: string | readonly string[];
  readonly actions?: readonly string[];
  readonly on: string | readonly string[];
  readonly accessPoint?: string;
  readonly key?: string;
}
