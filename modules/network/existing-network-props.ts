import type { SubnetTier } from "../addressing/subnet-spec";
import type { EndpointServiceName, EndpointType } from "../aws/endpoint-services/catalog";
import type { WayOut } from "../aws/way-out";
import type { ProviderProps } from "../internal/provider-props";
import type { EndpointAccess, Network } from "./network";
import type { Peer } from "./peer";

/** By what something that exists is found: its id, or its tags. */
export type Found = { readonly id: string } | { readonly tags: Readonly<Record<string, string>> };

/** A subnet that is looked up. */
export type LookedUpSubnet = Found & {
  /** Name, unique in the network; it is used in construct ids. */
  readonly name: string;
  /** What the subnet is for. */
  readonly tier: SubnetTier;
  /** Name of the Availability Zone, for example `"eu-west-1a"`. */
  readonly availabilityZone: string;
  /** Address block. @default - what Terraform finds; the proof needs it where security groups admit address blocks */
  readonly cidrBlock?: string;
  /** How calls that no endpoint takes leave the subnet. @default - not at all: the subnet is isolated */
  readonly wayOut?: WayOut;
};

/** An endpoint that is looked up by its service. */
export interface LookedUpEndpoint {
  /** AWS's short name of the service. */
  readonly service: EndpointServiceName;
  /** @default - the type that the library plans for the service */
  readonly type?: EndpointType;
  /** Id of the endpoint, where the VPC has several for the service. @default - the one of the VPC */
  readonly id?: string;
  /** Names of subnets of the network that it is in. @default - not said */
  readonly subnets?: readonly string[];
  /** From where its security groups admit the service's ports. @default - not said */
  readonly admits?: readonly Peer[];
  /** Its policy. @default - not said */
  readonly policy?: EndpointAccess;
}

/** Properties of `ExistingNetwork.lookUp`. */
export interface ExistingNetworkProps
  extends Pick<Network, "domainNameServers" | "networkAcls" | "wayOut">,
    ProviderProps {
  /** Region, for example `"eu-west-1"`. It must be the AWS provider's. */
  readonly region: string;
  /** The VPC, by its id or its tags. */
  readonly vpc: Found;
  /** The subnets that tasks, endpoints and load balancers may use. */
  readonly subnets: readonly LookedUpSubnet[];
  /** Endpoints that exist already. @default - none */
  readonly endpoints?: readonly LookedUpEndpoint[];
  /** Name, from which the names of endpoints and their security group are made. @default - the construct's path, with hyphens */
  readonly name?: string;
}
