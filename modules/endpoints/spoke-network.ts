import { Route53ZoneAssociation } from "@cdktf/provider-aws/lib/route53-zone-association";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { WayOut } from "../aws/way-out";
import { throwMalformed } from "../internal/throw-malformed";
import { useProvider } from "../internal/use-provider";
import type { ExistingEndpoint, Network, NetworkSubnet, VpcDns } from "../network/network";
import { Peer } from "../network/peer";
import { ingressRule } from "../network/security-group";
import { proveAtSynth } from "../validation/prove-at-synth";
import { portName } from "./endpoint-port";
import type { HubEndpoints } from "./hub-endpoints";
import type { SpokeNetworkProps } from "./spoke-network-props";
import { SPOKE_NETWORK } from "./spoke-network-shape";

/**
 * A network whose tasks reach services through the endpoints of a hub: its VPC sees the zones of the hub, and the endpoints
 * admit its block. Both are resources of the spoke, so that the hub never depends on the stacks that use it. A `VpcEndpoints`
 * in it makes what is still missing: the gateway endpoints.
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformStack } from "cdktf";
 * import {
 *   ContainerImage, EndpointPlan, FargateService, type FargateTask, HubEndpoints, PrivateNetwork, SpokeNetwork,
 *   VpcEndpoints, VpcPeering,
 * } from "cdktf-private-fargate";
 *
 * const app = new App();
 * const stack = new TerraformStack(app, "orders");
 * new AwsProvider(stack, "aws", { region: "eu-west-1" });
 *
 * const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders", { tag: "1.4.2" });
 * const task = { family: "orders", containers: { api: { image } } } satisfies FargateTask;
 * const services = EndpointPlan.forTasks([task]);
 *
 * const own = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
 * const shared = new PrivateNetwork(stack, "shared", { region: "eu-west-1", cidrBlock: "10.1.0.0/16" });
 *
 * const hub = new HubEndpoints(stack, "hub", { network: shared, services });
 * const connection = new VpcPeering(stack, "peering", { network: own, peer: shared });
 *
 * const network = new SpokeNetwork(stack, "spoke", { network: own, hub, connection });
 * const endpoints = new VpcEndpoints(stack, "endpoints", { network, services });
 * new FargateService(stack, "service", { network, endpoints, task });
 *
 * app.synth();
 * ```
 */
export class SpokeNetwork extends Construct implements Network {
  /** The hub whose endpoints take the calls. */
  readonly hub: HubEndpoints;
  readonly name: string;
  readonly region: string;
  readonly vpcId: string;
  readonly cidrBlock: string;
  readonly ipv6CidrBlock?: string;
  readonly dns: VpcDns;
  readonly subnets: readonly NetworkSubnet[];
  readonly wayOut?: WayOut;
  readonly endpoints: readonly ExistingEndpoint[];
  readonly dependencies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: SpokeNetworkProps) {
    super(scope, id);
    throwMalformed(this, props, SPOKE_NETWORK);
    useProvider(this, props);
    const { network, hub, connection } = props;
    proveAtSynth(this);
    this.hub = hub;
    this.name = network.name;
    this.region = network.region;
    this.vpcId = network.vpcId;
    this.cidrBlock = network.cidrBlock;
    if (network.ipv6CidrBlock !== undefined) this.ipv6CidrBlock = network.ipv6CidrBlock;
    this.dns = network.dns;
    this.subnets = network.subnets;
    if (network.wayOut !== undefined) this.wayOut = network.wayOut;
    this.endpoints = [...(network.endpoints ?? []), ...hub.present];
    const associations = Array.from(hub.zoneIds, ([service, zoneId]) => {
      const name = service.replaceAll(".", "-");
      return new Route53ZoneAssociation(this, `zone-${name}`, { zoneId, vpcId: network.vpcId });
    });
    const { securityGroup, ports } = hub.endpoints;
    const peer = Peer.cidr(network.cidrBlock);
    const rules =
      securityGroup === undefined
        ? []
        : ports.map((port) =>
            ingressRule(this, portName("ingress", port), securityGroup.securityGroupId, { peer, port }),
          );
    this.dependencies = [
      ...(network.dependencies ?? []),
      ...hub.dependencies,
      ...associations,
      ...rules,
      ...(connection?.dependencies ?? []),
    ];
  }
}
