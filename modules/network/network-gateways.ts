import { EgressOnlyInternetGateway } from "@cdktf/provider-aws/lib/egress-only-internet-gateway";
import { Eip } from "@cdktf/provider-aws/lib/eip";
import { InternetGateway } from "@cdktf/provider-aws/lib/internet-gateway";
import { NatGateway } from "@cdktf/provider-aws/lib/nat-gateway";
import { Route } from "@cdktf/provider-aws/lib/route";
import { Construct } from "constructs";
import type { WaysOut } from "../addressing/ways-out";
import { EVERY_IPV4_ADDRESS, EVERY_IPV6_ADDRESS } from "../aws/limits";

/** Properties of {@link NetworkGateways}. */
export interface NetworkGatewaysProps {
  /** Name of the network, from which the `Name` tags are made. */
  readonly name: string;
  readonly internetGatewayTags: Readonly<Record<string, string>>;
  readonly vpcId: string;
  readonly waysOut: WaysOut;
  /** Whether default routes are made for IPv6 too. */
  readonly ipv6: boolean;
  /** Ids of the subnets by name. */
  readonly subnetIds: ReadonlyMap<string, string>;
  /** Ids of the route tables by name. */
  readonly routeTableIds: ReadonlyMap<string, string>;
}

/** The gateways of a network that has a way out, and the default routes to them. */
export class NetworkGateways extends Construct {
  /** The internet gateway, where there are public subnets. */
  readonly internetGateway: InternetGateway | undefined;
  /** The gateway by which IPv6 leaves, and by which nothing comes in. */
  readonly egressOnlyInternetGateway: EgressOnlyInternetGateway | undefined;
  /** The NAT gateways by the name of the public subnet in which they stand. */
  readonly natGateways: ReadonlyMap<string, NatGateway>;
  /** The default routes. */
  readonly routes: readonly Route[];

  constructor(scope: Construct, id: string, props: NetworkGatewaysProps) {
    super(scope, id);
    const { waysOut, ipv6 } = props;
    this.internetGateway = waysOut.internetGateway ? this.#createInternetGateway(props) : undefined;
    this.natGateways = new Map(waysOut.natGateways.map((subnet) => [subnet, this.#createNatGateway(subnet, props)]));
    this.egressOnlyInternetGateway =
      ipv6 && waysOut.natGateways.length > 0 ? this.#createEgressOnlyInternetGateway(props) : undefined;
    this.routes = this.#createRoutes(props);
  }

  #createInternetGateway({ name, vpcId, internetGatewayTags }: NetworkGatewaysProps): InternetGateway {
    return new InternetGateway(this, "internet-gateway", { vpcId, tags: { Name: name, ...internetGatewayTags } });
  }

  #createEgressOnlyInternetGateway({ name, vpcId }: NetworkGatewaysProps): EgressOnlyInternetGateway {
    return new EgressOnlyInternetGateway(this, "egress-only-internet-gateway", { vpcId, tags: { Name: name } });
  }

  #createNatGateway(subnet: string, { name, subnetIds }: NetworkGatewaysProps): NatGateway {
    const tags = { Name: `${name}-nat-${subnet}` };
    // AWS asks for the internet gateway to be attached before either is made.
    const dependsOn = this.internetGateway === undefined ? [] : [this.internetGateway];
    const address = new Eip(this, `nat-address-${subnet}`, { domain: "vpc", tags, dependsOn });
    return new NatGateway(this, `nat-gateway-${subnet}`, {
      subnetId: subnetIds.get(subnet) ?? "",
      allocationId: address.id,
      tags,
      dependsOn,
    });
  }

  #createRoutes({ waysOut, routeTableIds, ipv6 }: NetworkGatewaysProps): Route[] {
    const internetGatewayId = this.internetGateway?.id ?? "";
    const egressOnlyGatewayId = this.egressOnlyInternetGateway?.id ?? "";
    const natGatewayIds = new Map(Array.from(this.natGateways, ([subnet, gateway]) => [subnet, gateway.id]));
    return Array.from(waysOut.routes).flatMap(([table, target]) => {
      const routeTableId = routeTableIds.get(table) ?? "";
      const isPublic = target.kind === "internet-gateway";
      const ipv4Route = new Route(this, `route-${table}`, {
        routeTableId,
        destinationCidrBlock: EVERY_IPV4_ADDRESS,
        ...(isPublic
          ? { gatewayId: internetGatewayId }
          : { natGatewayId: natGatewayIds.get(target.publicSubnet) ?? "" }),
      });
      if (!ipv6) return [ipv4Route];
      const ipv6Route = new Route(this, `ipv6-route-${table}`, {
        routeTableId,
        destinationIpv6CidrBlock: EVERY_IPV6_ADDRESS,
        ...(isPublic ? { gatewayId: internetGatewayId } : { egressOnlyGatewayId }),
      });
      return [ipv4Route, ipv6Route];
    });
  }
}
