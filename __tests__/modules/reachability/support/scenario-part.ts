import type { EcrRepositoryReference, SsmParameterReference } from "../../../../modules";
import type { Need } from "./scenario-needs";
import type { Place } from "./scenario-place";

/** What exists beside the tasks, made by Terraform, so that its names are tokens. */
export interface Created {
  readonly repository: EcrRepositoryReference;
  readonly parameter: SsmParameterReference;
  readonly secretArn: string;
}

/** What is known of a container's task. */
export interface ContainerPlace extends Place {
  readonly created: Created;
  /** Whether the task fetches its own token for ECR. */
  readonly fetchesToken: boolean;
  /** Whether the task reaches the internet. */
  readonly outside: boolean;
  /** Whether the platform has environment files and parts of secrets. */
  readonly isNew: boolean;
}

/** A part of a task, what it needs, and of which kinds it is. */
export interface Part<T> {
  readonly value: T;
  readonly needs: readonly Need[];
  readonly labels: readonly string[];
}

/** Domain of the hosts that tasks reach through their VPC. */
export const VPC_DOMAIN = "internal.example.com";
/** The account of the tasks, and another. */
export const ACCOUNT = "123456789012";
export const OTHER_ACCOUNT = "210987654321";
