import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";

/**
 * An EC2 instance as plain data, as far as it decides about endpoints and rights: handed to the plan and to the instance.
 *
 * @example
 * const host = { name: "builder", packages: ["docker"], uses: ["ecr.api", "ecr.dkr"] } satisfies InstanceSpec;
 */
export interface InstanceSpec {
  /** Name of the instance: letters, digits, `.`, `-` and `_`. The names of its role and security group are made from it. */
  readonly name: string;
  /** Whether one gets a shell on it through Session Manager, without SSH and without an open port. @default true */
  readonly sessionManager?: boolean;
  /**
   * Packages that are installed when it starts for the first time, from the repositories of Amazon Linux 2023, for example
   * `["docker"]`. They are in S3, so the gateway endpoint is enough of a way to them.
   *
   * @default - none
   */
  readonly packages?: readonly string[];
  /** Shell commands that root runs when it starts for the first time, after the packages are installed. @default - none */
  readonly commands?: readonly string[];
  /** Services that are called from it: AWS's short names, for example `["ecr.api", "ecr.dkr", "s3"]`. @default - none */
  readonly uses?: readonly EndpointServiceName[];
}
