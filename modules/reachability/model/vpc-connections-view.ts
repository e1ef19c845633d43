import { type Fact, known, knownValue, unknown } from "./fact";
import type { OpenSet } from "./grouped";
import { type Identity, sameIdentity } from "./identity";
import type { NetworkModel } from "./network-model";
import type { Route } from "./route";
import { anyOf, type Truth } from "./truth";
import type {
  PeeringConnection,
  TransitGatewayAttachment,
  TransitGatewayModel,
  TransitGatewayRoute,
} from "./vpc-connections";

/** What connects the VPCs of the model, with the questions that the checks ask. */
export class VpcConnectionsView {
  readonly #model: NetworkModel;

  constructor(model: NetworkModel) {
    this.#model = model;
  }

  /** A peering connection, where it is in the Terraform at hand. */
  peering(id: Identity): PeeringConnection | undefined {
    return this.#model.connections.peerings.find((each) => each.id.text === id.text);
  }

  /** A transit gateway, where it is in the Terraform at hand. */
  gateway(id: Identity): TransitGatewayModel | undefined {
    return this.#model.connections.transitGateways.find((each) => each.id.text === id.text);
  }

  /** The attachment of a VPC, where it is in the Terraform at hand. */
  attachment(id: Identity): TransitGatewayAttachment | undefined {
    return this.#model.connections.attachments.find((each) => each.id.text === id.text);
  }

  /** The attachments of a VPC to a transit gateway. */
  attachmentsOf(gateway: Identity, vpc: Identity): OpenSet<TransitGatewayAttachment> {
    const truths = this.#model.connections.attachments.map((attachment) => {
      const isOfGateway = attachment.gateway.known ? sameIdentity(attachment.gateway.value, gateway) : "unknown";
      const isOfVpc = attachment.vpc.known ? sameIdentity(attachment.vpc.value, vpc) : "unknown";
      return { attachment, truths: [isOfGateway, isOfVpc] as const };
    });
    const of = (which: (truths: readonly Truth[]) => boolean) =>
      truths.filter((each) => which(each.truths)).map(({ attachment }) => attachment);
    const others = this.gateway(gateway) === undefined ? `${gateway.text} is elsewhere` : this.#inModules();
    return {
      items: of((each) => each.every((truth) => truth === "yes")),
      possible: of((each) => each.includes("unknown") && !each.includes("no")),
      ...(others === undefined ? {} : { others }),
    };
  }

  /** The peering connection or the transit gateway that two VPCs have in common, wherever their routes lead. */
  between(a: Identity, b: Identity): string | undefined {
    const { peerings, transitGateways } = this.#model.connections;
    const isOneOf = (end: Fact<Identity>, vpc: Identity) => end.known && sameIdentity(end.value, vpc) === "yes";
    const peering = peerings.find(({ requester, accepter }) =>
      [a, b].every((vpc) => isOneOf(requester, vpc) || isOneOf(accepter, vpc)),
    );
    const gateway = transitGateways.find(({ id }) =>
      [a, b].every((vpc) => this.attachmentsOf(id, vpc).items.length > 0),
    );
    return peering?.address ?? gateway?.address;
  }

  /** The routes of a route table of a transit gateway: those that are written down come before those of attached VPCs. */
  routesOf(table: Identity): OpenSet<Route> {
    const { transitGatewayTables, attachments } = this.#model.connections;
    const transitGatewayRoutes = [...this.#model.connections.transitGatewayRoutes, ...this.#learned()];
    const written = transitGatewayRoutes.filter((route) => knownValue(route.table)?.text === table.text);
    const loose = transitGatewayRoutes.filter(
      (route) => !written.includes(route) && (!route.table.known || sameIdentity(route.table.value, table) !== "no"),
    );
    const propagated = attachments.map((each) => ({ each, truth: propagates(each, table) }));
    const routes = (truth: "yes" | "unknown") =>
      propagated.filter((one) => one.truth === truth).flatMap(({ each }) => this.#routesTo(each));
    const isHere = transitGatewayTables.some(({ text }) => text === table.text);
    const others = isHere ? this.#inModules() : `the route table ${table.text} of the transit gateway is elsewhere`;
    return {
      items: [...written, ...routes("yes")],
      possible: [...loose, ...routes("unknown")],
      ...(others === undefined ? {} : { others }),
    };
  }

  /** Routes of which it is only known that they may be there. */
  #learned(): readonly TransitGatewayRoute[] {
    return this.#model.connections.transitGatewayPropagations.map(({ address, table }) => {
      const because = unknown(`${address} adds routes that are not written down`);
      return { address, table, destination: because, target: because, isPropagated: true };
    });
  }

  /** The routes to the blocks of a VPC, which its attachment adds. */
  #routesTo({ id, address, vpc }: TransitGatewayAttachment): readonly Route[] {
    const target = known({ kind: "other", argument: "transit_gateway_attachment_id", id } as const);
    const blocks = this.#model.vpcs.find((each) => each.id.text === knownValue(vpc)?.text)?.cidrBlocks;
    if (blocks?.known !== true) {
      const because = blocks?.because ?? `the VPC of ${address} is elsewhere`;
      return [{ address, destination: unknown(because), target, isPropagated: true }];
    }
    return blocks.value.map((cidr) => ({ address, destination: known({ cidr }), target, isPropagated: true }));
  }

  #inModules(): string | undefined {
    const [module] = this.#model.opaqueModules;
    return module === undefined ? undefined : `the inside of ${module} is not known`;
  }
}

function propagates({ propagatesTo }: TransitGatewayAttachment, table: Identity): Truth {
  if (!propagatesTo.known) return "unknown";
  return anyOf(propagatesTo.value.map((each) => sameIdentity(each, table)));
}
