import type { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { PresentEndpoint } from "../asks/plan-surroundings";
import type { EndpointServiceName, GatewayServiceName } from "../aws/endpoint-services/catalog";
import { endpointServiceFacts, isGatewayServiceName } from "../aws/endpoint-services/endpoint-service-facts";
import type { PolicyStatement } from "../aws/policy-document";
import { keepName } from "../internal/keep-name";
import { throwIssues } from "../internal/throw-issues";
import { throwMalformed } from "../internal/throw-malformed";
import { useProvider } from "../internal/use-provider";
import { type Issue, issue } from "../issues/issue";
import type { Network } from "../network/network";
import { Peer } from "../network/peer";
import { ingressRule, SecurityGroup } from "../network/security-group";
import { surroundingsOfSome } from "../network/way-out";
import type { EndpointPlan } from "../planning/plan/endpoint-plan";
import { planInNetwork } from "../planning/plan/endpoint-plan-in-network";
import { checkVpcEndpoints } from "./check-vpc-endpoints";
import { endpointPorts, portName } from "./endpoint-port";
import { GatewayEndpoint } from "./gateway-endpoint";
import { InterfaceEndpoint } from "./interface-endpoint";
import { NetworkAcls } from "./network-acls";
import { type RequestedEndpoints, requestedEndpoints } from "./requested-endpoints";
import type { EndpointPolicies, EndpointSecurityGroupOptions, VpcEndpointsProps } from "./vpc-endpoints-props";
import { VPC_ENDPOINTS } from "./vpc-endpoints-shape";

/**
 * The gateway and interface endpoints of a network, with one security group for all interface endpoints.
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformStack } from "cdktf";
 * import {
 *   ContainerImage, EndpointPlan, type FargateTask, PrivateNetwork, VpcEndpoints,
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
 * new VpcEndpoints(stack, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
 *
 * app.synth();
 * ```
 * @throws {ConfigurationError} for what the tasks of the plan cannot reach, and for what {@link InterfaceEndpoint} and
 * {@link GatewayEndpoint} refuse
 */
export class VpcEndpoints extends Construct {
  /** The network that has the endpoints. */
  readonly network: Network;
  /** The plan, where one was given, as it is in the network. */
  readonly plan: EndpointPlan | undefined;
  /** The gateway endpoints by service. */
  readonly gateways: ReadonlyMap<GatewayServiceName, GatewayEndpoint>;
  /** The interface endpoints by service. */
  readonly interfaces: ReadonlyMap<EndpointServiceName, InterfaceEndpoint>;
  /** The security group of the interface endpoints, where there are any. */
  readonly securityGroup: SecurityGroup | undefined;
  /** The TCP ports on which the interface endpoints answer, each once. */
  readonly ports: readonly number[];
  /** The TCP ports of single interface endpoints, where the settings name them. */
  readonly portSettings: Readonly<Partial<Record<EndpointServiceName, readonly number[]>>>;
  /** The network ACLs, where they are generated. */
  readonly networkAcls: NetworkAcls | undefined;
  /** What the policies are of endpoints to which none was given. */
  readonly policies: EndpointPolicies;
  readonly #admitsServices: boolean;
  readonly #settings: NonNullable<VpcEndpointsProps["settings"]>;

  constructor(scope: Construct, id: string, props: VpcEndpointsProps) {
    super(scope, id);
    throwMalformed(this, props, VPC_ENDPOINTS);
    useProvider(this, props);
    this.network = props.network;
    const { services, network } = props;
    // What a plan is in the network is worked out once, for what is created and for what is wrong with it.
    const planned = "endpoints" in services ? services.knowing(surroundingsOfSome(network)) : services;
    const asked = "endpoints" in planned ? planInNetwork(planned, network.endpoints ?? []) : planned;
    this.plan = "endpoints" in planned ? planned : undefined;
    this.policies = props.policies ?? "generated";
    this.#settings = props.settings ?? {};
    this.#admitsServices = props.securityGroup?.ingress === undefined;
    const requested = requestedEndpoints(asked, network);
    throwIssues(this, [...checkVpcEndpoints(props, requested, asked)]);
    const ports = requested.interfaces.flatMap((service) => endpointPorts(service, this.#settings[service]));
    this.ports = [...new Set(ports)].sort((a, b) => a - b);
    this.portSettings = portSettings(requested.interfaces, this.#settings);
    this.gateways = this.#createGateways(requested);
    this.securityGroup = requested.interfaces.length === 0 ? undefined : this.#createSecurityGroup(props.securityGroup);
    this.interfaces = this.#createInterfaces(requested);
    this.networkAcls =
      props.networkAcls &&
      new NetworkAcls(this, "network-acls", {
        network: props.network,
        ports: this.ports,
        gateways: requested.gateways,
      });
  }

  /** The services that have an endpoint here. */
  get services(): ReadonlySet<EndpointServiceName> {
    return new Set([...this.gateways.keys(), ...this.interfaces.keys()]);
  }

  /** The endpoints as a plan takes them: `plan.in({ ...network, endpoints: endpoints.present })`. */
  get present(): readonly PresentEndpoint[] {
    return [
      ...Array.from(this.gateways.keys(), (service): PresentEndpoint => ({ service, type: "Gateway" })),
      ...Array.from(this.interfaces.keys(), (service): PresentEndpoint => ({ service, type: "Interface" })),
    ];
  }

  /** What must exist before a call can arrive. */
  get dependencies(): readonly ITerraformDependable[] {
    return [
      ...Array.from(this.gateways.values(), ({ endpoint }) => endpoint),
      ...Array.from(this.interfaces.values(), ({ endpoint }) => endpoint),
      ...(this.securityGroup?.rules ?? []),
      ...(this.networkAcls?.dependencies ?? []),
    ];
  }

  /**
   * Lets a security group's members use the interface endpoints, unless the ingress was given as a whole. The rule belongs
   * to whoever asks, so that the endpoints' stack never depends on the stacks that use it.
   *
   * @returns the rules, where any were needed
   */
  admit(scope: Construct, id: string, securityGroupId: string): readonly VpcSecurityGroupIngressRule[] {
    const endpoints = this.securityGroup?.securityGroupId;
    if (!this.#admitsServices || endpoints === undefined) return [];
    const peer = Peer.securityGroup(securityGroupId);
    return this.ports.map((port) => ingressRule(scope, portName(id, port), endpoints, { peer, port }));
  }

  /**
   * Admits statements through the endpoint of a service besides what tasks and instances ask, until synthesis: for a function, for a
   * task of another project. Where the policies are AWS's they are admitted anyway.
   *
   * @example endpoints.allow("sqs", { sid: "Importer", principal: "*", actions: ["sqs:SendMessage"], resources: [queue.arn] });
   * @throws {ConfigurationError} where there is no endpoint for the service here
   */
  allow(service: EndpointServiceName, ...statements: readonly PolicyStatement[]): void {
    const endpoint = this.#endpointOf(service);
    if (endpoint === undefined) throwIssues(this, [noEndpoint(service, this.services)]);
    else if (this.policies === "generated" || this.#settings[service]?.policy !== undefined) {
      endpoint.allow(...statements);
    }
  }

  /**
   * Admits requests through the endpoints whose policies are generated.
   *
   * @param requestsAt the statements for the endpoint of a service
   * @returns what must exist before they are admitted
   */
  admitRequests(
    requestsAt: (service: EndpointServiceName) => readonly PolicyStatement[],
  ): readonly ITerraformDependable[] {
    if (this.policies !== "generated") return [];
    return [...this.services].flatMap((service) => {
      const isGiven = this.#settings[service]?.policy !== undefined;
      // Of a few services it is not established that their endpoints take a policy.
      if (isGiven || endpointServiceFacts(service).policy !== true) return [];
      const statements = requestsAt(service);
      return statements.length === 0 ? [] : (this.#endpointOf(service)?.allow(...statements) ?? []);
    });
  }

  #endpointOf(service: EndpointServiceName): GatewayEndpoint | InterfaceEndpoint | undefined {
    return this.interfaces.get(service) ?? (isGatewayServiceName(service) ? this.gateways.get(service) : undefined);
  }

  #createGateways({ gateways }: RequestedEndpoints): ReadonlyMap<GatewayServiceName, GatewayEndpoint> {
    const { network } = this;
    return new Map(
      gateways.map((service) => {
        const { policy, tags } = this.#settings[service] ?? {};
        const own = { ...(policy === undefined ? {} : { policy }), ...(tags === undefined ? {} : { tags }) };
        return [service, new GatewayEndpoint(this, constructId(service), { network, service, ...own })];
      }),
    );
  }

  #createSecurityGroup(options: EndpointSecurityGroupOptions = {}): SecurityGroup {
    const created = new SecurityGroup(this, "security-group", {
      vpcId: this.network.vpcId,
      name: `${this.network.name}-vpc-endpoint`,
      ...options,
    });
    if (options.name === undefined) keepName(created.group, "name");
    return created;
  }

  #createInterfaces({ interfaces }: RequestedEndpoints): ReadonlyMap<EndpointServiceName, InterfaceEndpoint> {
    const { network } = this;
    const securityGroupIds = this.securityGroup === undefined ? [] : [this.securityGroup.securityGroupId];
    return new Map(
      interfaces.map((service) => {
        const { ports: _ofTasks, ...ofEndpoint } = this.#settings[service] ?? {};
        const props = { ...ofEndpoint, network, service, securityGroupIds };
        return [service, new InterfaceEndpoint(this, constructId(service), props)];
      }),
    );
  }
}

function noEndpoint(service: string, present: ReadonlySet<string>): Issue {
  return issue("endpoint-missing", {
    path: "allow",
    problem: `there is no endpoint for "${service}" here`,
    why: "a policy is one of an endpoint",
    fix: `name one that is created here: ${[...present].join(", ") || "there is none"}`,
  });
}

function portSettings(
  services: readonly EndpointServiceName[],
  settings: NonNullable<VpcEndpointsProps["settings"]>,
): VpcEndpoints["portSettings"] {
  const named: { [Service in EndpointServiceName]?: readonly number[] } = {};
  for (const service of services) {
    const ports = settings[service]?.ports;
    if (ports !== undefined) named[service] = ports;
  }
  return named;
}

/** `ecr.api` becomes `ecr-api`: a dot would be dropped from the resource address. */
function constructId(service: EndpointServiceName): string {
  return service.replaceAll(".", "-");
}
