import type { ITerraformDependable } from "cdktf";
import type { CpuArchitecture } from "../aws/operating-system";
import type { PolicyStatement } from "../aws/policy-document";
import type { VpcEndpoints } from "../endpoints/vpc-endpoints";
import type { ProviderProps } from "../internal/provider-props";
import type { Network } from "../network/network";
import type { SecurityGroupRule } from "../network/security-group-props";
import type { InstanceSpec } from "../planning/instance/instance-spec";

export interface InstanceSecurityGroupOptions {
  /** Name, unique in the VPC. @default - the instance's name */
  readonly name?: string;
  /** @default "Managed by Terraform", as the provider has it */
  readonly description?: string;
  /** What may come in, each rule under a name that becomes part of its resource address. @default - nothing; a session needs nothing */
  readonly ingress?: Readonly<Record<string, SecurityGroupRule>>;
  /** What may go out besides the endpoints and, in a subnet with a way out, port 443. @default - nothing */
  readonly egress?: Readonly<Record<string, SecurityGroupRule>>;
}

/** Properties of {@link Instance}. */
export interface InstanceProps extends ProviderProps {
  /** What the instance is: its name, its packages, the services that it calls. */
  readonly instance: InstanceSpec;
  /** The network in which it is. */
  readonly network: Network;
  /** The endpoints that it uses. @default - those that the network has already */
  readonly endpoints?: VpcEndpoints | readonly VpcEndpoints[];
  /** Name of the subnet. @default - the first subnet for tasks, else the first public one */
  readonly subnet?: string;
  /** Whether it gets a public address. @default - in a public subnet it does, elsewhere as the subnet has it: a `PrivateNetwork` gives none */
  readonly publicAddress?: boolean;
  /** Type of the instance; it has the CPU architecture of `architecture`. @default "t3.micro" */
  readonly instanceType?: string;
  /** CPU architecture of the instance type, which the image must have. @default "X86_64" */
  readonly architecture?: CpuArchitecture;
  /** Id of the image. @default - the newest Amazon Linux 2023; a newer one later does not replace the instance */
  readonly imageId?: string;
  /** Size of the root disk, in GiB. @default 8 for Amazon Linux 2023, else as the image has it */
  readonly rootVolumeSize?: number;
  /** Rights of what runs on it, besides those of Session Manager. @default - none */
  readonly statements?: readonly PolicyStatement[];
  /** ARN of the policy that bounds its role, whatever its rights are. @default - it has no boundary */
  readonly permissionsBoundary?: string;
  /** Name of a key pair for SSH. @default - none: Session Manager needs no key */
  readonly keyName?: string;
  /** Settings of its security group. @default - see its fields */
  readonly securityGroup?: InstanceSecurityGroupOptions;
  /** What else must exist before it starts. @default - nothing */
  readonly dependsOn?: readonly ITerraformDependable[];
  /** Tags. @default - `Name` is the name */
  readonly tags?: Readonly<Record<string, string>>;
}
