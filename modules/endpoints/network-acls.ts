import { DataAwsPrefixList } from "@cdktf/provider-aws/lib/data-aws-prefix-list";
import { NetworkAcl } from "@cdktf/provider-aws/lib/network-acl";
import { NetworkAclAssociation } from "@cdktf/provider-aws/lib/network-acl-association";
import { NetworkAclRule } from "@cdktf/provider-aws/lib/network-acl-rule";
import { Fn, type ITerraformDependable, Lazy, Op, TerraformCount, Token } from "cdktf";
import { Construct } from "constructs";
import type { GatewayServiceName } from "../aws/endpoint-services/catalog";
import { endpointServiceFacts, isGatewayServiceName } from "../aws/endpoint-services/endpoint-service-facts";
import { serviceName } from "../aws/endpoint-services/service-name";
import { ofSameStack } from "../internal/of-same-stack";
import { throwIssues } from "../internal/throw-issues";
import { throwMalformed } from "../internal/throw-malformed";
import type { ExistingEndpoint, Network } from "../network/network";
import { createdVpc } from "../network/other-vpc";
import { checkGeneratedAcls, checkPassage } from "./check-network-acls";
import { HTTPS } from "./endpoint-port";
import { EPHEMERAL_PORTS, type GeneratedRule, type GeneratedRulePeer, ruleId, ruleNumbers } from "./network-acl-rule";
import { aclsWithEndpoints, type SubnetsOfAcls, subnetsOfAcls } from "./network-acl-subnets";
import {
  NETWORK_ACL_DIRECTIONS,
  type NetworkAclDirection,
  type NetworkAclName,
  type NetworkAclPassage,
} from "./network-acls-props";
import { NETWORK_ACL_PASSAGE } from "./network-acls-shape";

/** What the network ACLs of a network let pass from the start. */
export interface NetworkAclsProps {
  readonly network: Network;
  /** TCP ports on which interface endpoints answer in the VPC. */
  readonly ports: readonly number[];
  /** Services with a gateway endpoint. */
  readonly gateways: Iterable<GatewayServiceName>;
}

/**
 * The generated network ACLs of the isolated subnets of a network, made by `networkAcls: "generated"` of `VpcEndpoints`: one for the subnets of
 * tasks and one for those that hold endpoints only. They let pass what tasks call and the answers, and nothing else; services that are
 * given the endpoints add what they call in the VPC, what calls them, and their file systems.
 *
 * A network ACL has 20 rules in each direction, 40 if AWS is asked. The blocks of S3 take as many as its prefix list has. Amazon's DNS, the metadata of
 * tasks and the time are not filtered. Sources: Amazon VPC User Guide, "Amazon VPC quotas" and "Control subnet traffic with network access control lists".
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformStack } from "cdktf";
 * import {
 *   ContainerImage, EndpointPlan, FargateService, type FargateTask, PrivateNetwork, VpcEndpoints,
 * } from "cdktf-private-fargate";
 *
 * const app = new App();
 * const stack = new TerraformStack(app, "orders");
 * new AwsProvider(stack, "aws", { region: "eu-west-1" });
 *
 * const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders", { tag: "1.4.2" });
 * const task = { family: "orders", containers: { api: { image } } } satisfies FargateTask;
 *
 * const network = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
 * const services = EndpointPlan.forTasks([task]);
 * const endpoints = new VpcEndpoints(stack, "endpoints", { network, services, networkAcls: "generated" });
 * new FargateService(stack, "service", { network, endpoints, task });
 *
 * // Clients in another VPC call what stands in the subnets of tasks.
 * endpoints.networkAcls?.allow({ port: 443, cidrBlock: "10.20.0.0/16", direction: "ingress" });
 *
 * app.synth();
 * ```
 * @throws {ConfigurationError} for a VPC that is not created here, a network without an isolated subnet, and a second time
 */
export class NetworkAcls extends Construct {
  /** The network ACLs by what their subnets hold. */
  readonly acls: ReadonlyMap<NetworkAclName, NetworkAcl>;
  /** What must exist before calls to the endpoints pass: the associations, which wait for the rules that there are from the start. */
  readonly dependencies: readonly ITerraformDependable[];
  readonly #network: Network;
  readonly #subnets: SubnetsOfAcls;
  readonly #aclIds: ReadonlyMap<NetworkAclName, string>;
  readonly #rules = new Map<string, { readonly rule: GeneratedRule; readonly resource: NetworkAclRule }>();
  readonly #blocks = new Map<GatewayServiceName, readonly string[]>();

  constructor(scope: Construct, id: string, { network, ports, gateways }: NetworkAclsProps) {
    super(scope, id);
    this.#network = network;
    this.#subnets = subnetsOfAcls(network);
    const isSecond = scope.node.root.node.findAll().some((other) => this.#isOfSameVpc(other));
    throwIssues(this, [...checkGeneratedAcls(network, this.#subnets, isSecond)]);
    this.acls = new Map(
      Array.from(this.#subnets.keys(), (name) => [
        name,
        new NetworkAcl(this, name, { vpcId: network.vpcId, tags: { Name: `${network.name}-${name}` } }),
      ]),
    );
    this.#aclIds = new Map(Array.from(this.acls, ([name, acl]) => [name, acl.id]));
    this.#passEach(...ports.flatMap(toEndpoints));
    this.#passEach(...(network.endpoints ?? []).flatMap(passagesOfExisting));
    for (const service of gateways) this.#passEach({ port: HTTPS, service });
    const rules = ofSameStack(
      this,
      Array.from(this.#rules.values(), ({ resource }) => resource),
    );
    // A network ACL without rules would stop what runs already.
    this.dependencies = [...this.#subnets].flatMap(([name, subnets]) =>
      subnets.map(
        (subnet) =>
          new NetworkAclAssociation(this, `association-${subnet.name}`, {
            networkAclId: this.#aclIds.get(name) ?? "",
            subnetId: subnet.id,
            dependsOn: rules,
          }),
      ),
    );
  }

  /**
   * Lets calls and their answers pass besides those that are known, until synthesis: from or to what is outside the VPC, to an endpoint of your
   * own on another port. Nothing is added for subnets without a generated network ACL.
   *
   * @returns what must exist before they pass
   * @throws {ConfigurationError} for what is no port, and for a block that is not written out
   * @example endpoints.networkAcls?.allow({ port: 5432, cidrBlock: "10.20.0.0/16", direction: "egress" })
   */
  allow(...passages: readonly NetworkAclPassage[]): readonly ITerraformDependable[] {
    for (const passage of passages) {
      throwMalformed(this, passage, NETWORK_ACL_PASSAGE);
      throwIssues(this, [...checkPassage(passage)]);
    }
    return this.#passEach(...passages);
  }

  #isOfSameVpc(other: unknown): boolean {
    if (!(other instanceof NetworkAcls) || other === this) return false;
    const vpc = createdVpc(this.#network);
    return vpc !== undefined && createdVpc(other.#network) === vpc;
  }

  #passEach(...passages: readonly NetworkAclPassage[]): readonly NetworkAclRule[] {
    return passages.flatMap(({ port, service, direction, cidrBlock, subnets = "tasks" }) => {
      if (service !== undefined) return this.#pass(subnets, "egress", { kind: "service", service }, port);
      const directions = direction === undefined ? NETWORK_ACL_DIRECTIONS : [direction];
      const acls = subnets === "tasks" ? (["tasks"] as const) : aclsWithEndpoints(this.#subnets);
      const peers = this.#peersOf(cidrBlock);
      return acls.flatMap((acl) =>
        directions.flatMap((each) => peers.flatMap((peer) => this.#pass(acl, each, peer, port))),
      );
    });
  }

  #peersOf(cidrBlock: string | undefined): readonly GeneratedRulePeer[] {
    if (cidrBlock !== undefined && cidrBlock !== this.#network.cidrBlock) return [{ kind: "cidr", cidrBlock }];
    return [{ kind: "vpc" }, ...(this.#network.ipv6CidrBlock === undefined ? [] : [{ kind: "vpc-ipv6" } as const])];
  }

  /** The rule for calls, and the one for their answers, which a network ACL does not know to be answers. */
  #pass(
    acl: NetworkAclName,
    direction: NetworkAclDirection,
    peer: GeneratedRulePeer,
    port: number,
  ): readonly NetworkAclRule[] {
    const networkAclId = this.#aclIds.get(acl);
    if (networkAclId === undefined) return [];
    const back = direction === "egress" ? "ingress" : "egress";
    return [
      this.#rule({ acl, direction, peer, port }, networkAclId),
      this.#rule({ acl, direction: back, peer, port: "answers" }, networkAclId),
    ];
  }

  #rule(rule: GeneratedRule, networkAclId: string): NetworkAclRule {
    const id = ruleId(rule);
    const known = this.#rules.get(id);
    if (known !== undefined) return known.resource;
    const { port, peer, direction } = rule;
    const number = Token.asNumber(Lazy.numberValue({ produce: () => this.#numberOf(rule) }));
    const resource = new NetworkAclRule(this, id, {
      networkAclId,
      egress: direction === "egress",
      ruleAction: "allow",
      protocol: "tcp",
      fromPort: port === "answers" ? EPHEMERAL_PORTS.from : port,
      toPort: port === "answers" ? EPHEMERAL_PORTS.to : port,
      ...this.#otherSide(peer, number),
    });
    this.#rules.set(id, { rule, resource });
    return resource;
  }

  #numberOf(rule: GeneratedRule): number | undefined {
    const rules = Array.from(this.#rules.values(), (each) => each.rule);
    const alike = rules.filter(({ acl, direction }) => acl === rule.acl && direction === rule.direction);
    return ruleNumbers(alike).get(ruleId(rule));
  }

  #otherSide(peer: GeneratedRulePeer, ruleNumber: number) {
    switch (peer.kind) {
      case "vpc":
        return { ruleNumber, cidrBlock: this.#network.cidrBlock };
      case "vpc-ipv6":
        return { ruleNumber, ipv6CidrBlock: this.#network.ipv6CidrBlock ?? "" };
      case "cidr":
        return { ruleNumber, cidrBlock: peer.cidrBlock };
      case "service": {
        // A network ACL takes no prefix list, so that there is a rule for each of its blocks.
        const blocks = this.#blocksOf(peer.service);
        const count = TerraformCount.of(Fn.lengthOf(blocks));
        return {
          count,
          ruleNumber: Token.asNumber(Op.add(ruleNumber, count.index)),
          cidrBlock: Fn.element(blocks, count.index),
        };
      }
    }
  }

  #blocksOf(service: GatewayServiceName): readonly string[] {
    const known = this.#blocks.get(service);
    if (known !== undefined) return known;
    const name = serviceName(service, this.#network.region, "Gateway");
    const { cidrBlocks } = new DataAwsPrefixList(this, service, { name });
    this.#blocks.set(service, cidrBlocks);
    return cidrBlocks;
  }
}

/** Calls to interface endpoints in the VPC. */
function toEndpoints(port: number): readonly NetworkAclPassage[] {
  return [
    { port, direction: "egress" },
    { port, direction: "ingress", subnets: "endpoints" },
  ];
}

/** Calls to an endpoint that the network has already, in its VPC or in another one. */
function passagesOfExisting(existing: ExistingEndpoint): readonly NetworkAclPassage[] {
  if (existing.type === "Gateway") {
    return isGatewayServiceName(existing.service) ? [{ port: HTTPS, service: existing.service }] : [];
  }
  const { service, cidrBlocks } = existing;
  return endpointServiceFacts(service).ports.flatMap((port) =>
    cidrBlocks === undefined
      ? toEndpoints(port)
      : cidrBlocks.map((cidrBlock) => ({ port, cidrBlock, direction: "egress" as const })),
  );
}
