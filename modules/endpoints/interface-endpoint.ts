import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { Construct } from "constructs";
import { hostsEndpoints } from "../addressing/subnet-spec";
import type { EndpointServiceName } from "../aws/endpoint-services/catalog";
import { serviceName } from "../aws/endpoint-services/service-name";
import { type PolicyStatement, policyDocument } from "../aws/policy-document";
import { throwIssues } from "../internal/throw-issues";
import type { Network } from "../network/network";
import { proveAtSynth } from "../validation/prove-at-synth";
import { isUnresolved } from "../values/unresolved";
import { checkInterfaceEndpoint } from "./check-interface-endpoint";

/**
 * A service that the catalog does not know, by its full name: an endpoint service of somebody, or a new one of AWS. An
 * `EndpointService` is one.
 */
export interface CustomEndpointService {
  /** Full name, for example `"com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0"`. */
  readonly serviceName: string;
  /** Region of the service. @default - the network's */
  readonly region?: string;
  /**
   * The zones in which the service is offered, by the names that they have in the network's account: the same name may
   * mean another zone in another account.
   *
   * @default - unknown; AWS refuses a subnet in any other zone
   */
  readonly availabilityZones?: readonly string[];
}

/** Settings of one interface endpoint. */
export interface InterfaceEndpointSettings {
  /**
   * Whether the service's usual host names lead to the endpoint. Without it no AWS SDK, and not Fargate either, finds the
   * endpoint by itself.
   *
   * @default true, but false for an endpoint service, which has no such name unless its owner verified one
   */
  readonly privateDnsEnabled?: boolean;
  /** TCP ports that security groups open for the endpoint. @default - those of the catalog, nearly always 443 */
  readonly ports?: readonly number[];
  /** Who may do what through the endpoint. @default - everything, as AWS has it */
  readonly policy?: readonly PolicyStatement[];
  /** Tags. @default - `Name` is the network's name and the service's, joined by a hyphen */
  readonly tags?: Readonly<Record<string, string>>;
}

/** Properties of {@link InterfaceEndpoint}. */
export interface InterfaceEndpointProps extends Omit<InterfaceEndpointSettings, "ports"> {
  /** The network. */
  readonly network: Network;
  /** Names of the subnets that hold the endpoint, at most one in a zone; a public one will do. @default - the endpoint and shared subnets */
  readonly subnets?: readonly string[];
  /** AWS's short name of the service, for example `"ecr.api"`, or the full name of another. */
  readonly service: EndpointServiceName | CustomEndpointService;
  /** Security groups of the endpoint's network interfaces, at least one: AWS would take the VPC's default group. */
  readonly securityGroupIds: readonly string[];
}

/**
 * An interface endpoint: a network interface for a service in each endpoint subnet. It costs per hour and zone.
 *
 * @throws {ConfigurationError} for an unknown service, private DNS in a VPC whose DNS is off, no subnet for endpoints, two
 * of them in one zone, no security group, no zone in common with the service
 */
export class InterfaceEndpoint extends Construct {
  /** The endpoint. */
  readonly endpoint: VpcEndpoint;

  constructor(scope: Construct, id: string, props: InterfaceEndpointProps) {
    super(scope, id);
    const { network, service } = props;
    const privateDnsEnabled = props.privateDnsEnabled ?? !isEndpointService(service);
    const subnets = network.subnets.filter(({ tier, name }) => props.subnets?.includes(name) ?? hostsEndpoints(tier));
    proveAtSynth(this);
    throwIssues(
      this,
      checkInterfaceEndpoint({
        service,
        network,
        endpointSubnets: subnets,
        ...(props.subnets === undefined ? {} : { namedSubnets: props.subnets }),
        privateDnsEnabled,
        securityGroups: props.securityGroupIds.length,
      }),
    );
    const name = typeof service === "string" ? service : id;
    this.endpoint = new VpcEndpoint(this, "Resource", {
      vpcId: network.vpcId,
      serviceName:
        typeof service === "string" ? serviceName(service, network.region, "Interface") : service.serviceName,
      ...serviceRegion(service, network),
      vpcEndpointType: "Interface",
      privateDnsEnabled,
      subnetIds: subnets.map(({ id: subnetId }) => subnetId),
      securityGroupIds: [...props.securityGroupIds],
      ...(props.policy === undefined ? {} : { policy: policyDocument(props.policy) }),
      tags: { Name: `${network.name}-${name}`, ...props.tags },
    });
  }

  /** The host name that leads to the endpoint in any of its zones. */
  get dnsName(): string {
    return this.endpoint.dnsEntry.get(0).dnsName;
  }
}

/** Names of AWS's own services are literals; a name that Terraform fills in is somebody's. */
function isEndpointService(service: string | CustomEndpointService): boolean {
  return (
    typeof service !== "string" && (isUnresolved(service.serviceName) || service.serviceName.includes(".vpce-svc-"))
  );
}

function serviceRegion(service: string | CustomEndpointService, network: Network) {
  const region = typeof service === "string" ? undefined : service.region;
  return region === undefined || region === network.region ? {} : { serviceRegion: region };
}
