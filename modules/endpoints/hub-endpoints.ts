import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { EndpointServiceName } from "../aws/endpoint-services/catalog";
import { hostNames } from "../aws/endpoint-services/host-names";
import { throwIssues } from "../internal/throw-issues";
import { throwMalformed } from "../internal/throw-malformed";
import { useProvider } from "../internal/use-provider";
import type { ExistingEndpoint, Network } from "../network/network";
import { checkHubEndpoints } from "./check-hub-endpoints";
import type { HubEndpointsProps } from "./hub-endpoints-props";
import { HUB_ENDPOINTS } from "./hub-endpoints-shape";
import { hubServices } from "./hub-services";
import type { InterfaceEndpoint } from "./interface-endpoint";
import { VpcEndpoints } from "./vpc-endpoints";

/**
 * Interface endpoints for the tasks of other VPCs: private DNS is off, and a private hosted zone for each service leads its
 * host name to the endpoint, in every VPC that sees the zone. A {@link SpokeNetwork} is one.
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformStack } from "cdktf";
 * import { HubEndpoints, PrivateNetwork } from "cdktf-private-fargate";
 *
 * const app = new App();
 * const stack = new TerraformStack(app, "shared");
 * new AwsProvider(stack, "aws", { region: "eu-west-1" });
 *
 * const network = new PrivateNetwork(stack, "shared", { region: "eu-west-1", cidrBlock: "10.1.0.0/16" });
 * new HubEndpoints(stack, "hub", { network, services: ["ecr.api", "ecr.dkr", "logs"] });
 *
 * app.synth();
 * ```
 * @throws {ConfigurationError} for a service whose host names are not established, and for what {@link VpcEndpoints} refuses
 */
export class HubEndpoints extends Construct {
  readonly network: Network;
  /** The endpoints themselves. */
  readonly endpoints: VpcEndpoints;
  /** The private hosted zones by service. */
  readonly zones: ReadonlyMap<EndpointServiceName, Route53Zone>;
  /** The ids of the zones by service. */
  readonly zoneIds: ReadonlyMap<EndpointServiceName, string>;
  /** The records that lead to the endpoints. */
  readonly records: readonly Route53Record[];

  constructor(scope: Construct, id: string, props: HubEndpointsProps) {
    super(scope, id);
    throwMalformed(this, props, HUB_ENDPOINTS);
    useProvider(this, props);
    const { network, services, policies = "aws-default" } = props;
    this.network = network;
    const names = hubServices(services);
    throwIssues(this, [...checkHubEndpoints(names, network.region)]);
    this.endpoints = new VpcEndpoints(this, "endpoints", {
      network,
      services: names,
      policies,
      settings: Object.fromEntries(names.map((service) => [service, { privateDnsEnabled: false }])),
      securityGroup: { ingress: {} },
    });
    const zones = new Map<EndpointServiceName, Route53Zone>();
    const zoneIds = new Map<EndpointServiceName, string>();
    this.records = Array.from(this.endpoints.interfaces).flatMap(([service, endpoint]) => {
      const names = hostNames(service, network.region)?.names ?? [];
      const domain = names[0]?.replace(/^\*\./, "");
      if (domain === undefined) return [];
      const zone = this.#createZone(service, domain);
      const { zoneId } = zone;
      zones.set(service, zone);
      zoneIds.set(service, zoneId);
      return names
        .filter((name) => name === domain || name === `*.${domain}`)
        .map((name) => this.#createRecord(service, name, zoneId, endpoint));
    });
    this.zones = zones;
    this.zoneIds = zoneIds;
  }

  /** The endpoints as a spoke has them. */
  get present(): readonly ExistingEndpoint[] {
    const { cidrBlock } = this.network;
    return Array.from(
      this.endpoints.interfaces.keys(),
      (service) =>
        ({
          ...{ type: "Interface", service, securityGroupIds: [], cidrBlocks: [cidrBlock] },
        }) as const,
    );
  }

  /** What must exist before a call can arrive. */
  get dependencies(): readonly ITerraformDependable[] {
    return [...this.endpoints.dependencies, ...this.records];
  }

  /** A zone gets further VPCs by associations, which the zone itself would remove again. */
  #createZone(service: EndpointServiceName, name: string): Route53Zone {
    return new Route53Zone(this, `zone-${idOf(service)}`, {
      name,
      vpc: [{ vpcId: this.network.vpcId }],
      lifecycle: { ignoreChanges: ["vpc"] },
    });
  }

  #createRecord(service: EndpointServiceName, name: string, zoneId: string, { endpoint }: InterfaceEndpoint) {
    const entry = endpoint.dnsEntry.get(0);
    const id = name.startsWith("*.") ? `record-${idOf(service)}-below` : `record-${idOf(service)}`;
    return new Route53Record(this, id, {
      zoneId,
      name,
      type: "A",
      alias: { name: entry.dnsName, zoneId: entry.hostedZoneId, evaluateTargetHealth: false },
    });
  }
}

/** `ecr.api` becomes `ecr-api`: a dot would be dropped from the resource address. */
function idOf(service: EndpointServiceName): string {
  return service.replaceAll(".", "-");
}
