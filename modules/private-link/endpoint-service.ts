import { VpcEndpointConnectionAccepter } from "@cdktf/provider-aws/lib/vpc-endpoint-connection-accepter";
import { VpcEndpointConnectionNotification } from "@cdktf/provider-aws/lib/vpc-endpoint-connection-notification";
import { VpcEndpointService } from "@cdktf/provider-aws/lib/vpc-endpoint-service";
import { Construct } from "constructs";
import type { CustomEndpointService } from "../endpoints/interface-endpoint-props";
import { defaultName } from "../internal/default-name";
import { throwIssues } from "../internal/throw-issues";
import { throwMalformed } from "../internal/throw-malformed";
import { useProvider } from "../internal/use-provider";
import { issue } from "../issues/issue";
import { proveAtSynth } from "../validation/prove-at-synth";
import { checkEndpointService } from "./check-endpoint-service";
import type {
  ConnectionNotification,
  EndpointServiceLoadBalancer,
  EndpointServiceProps,
} from "./endpoint-service-props";
import { ENDPOINT_SERVICE } from "./endpoint-service-shape";

export interface DnsRecord {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

/**
 * An endpoint service: offers what stands behind network load balancers to other VPCs and accounts through PrivateLink.
 *
 * The consumer is an `InterfaceEndpoint` with this service, or in another app with its name.
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformStack } from "cdktf";
 * import {
 *   ContainerImage, EndpointPlan, EndpointService, FargateService, type FargateTask, NetworkLoadBalancer, Peer,
 *   PrivateNetwork, VpcEndpoints,
 * } from "cdktf-private-fargate";
 *
 * const app = new App();
 * const stack = new TerraformStack(app, "orders");
 * new AwsProvider(stack, "aws", { region: "eu-west-1" });
 *
 * const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders", { tag: "1.4.2" });
 * const task = { family: "orders", containers: { api: { image, ports: [8080] } } } satisfies FargateTask;
 *
 * const network = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
 * const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
 *
 * const balancer = new NetworkLoadBalancer(stack, "balancer", {
 *   network,
 *   ingress: { consumers: Peer.cidr("10.0.0.0/8") },
 *   listeners: { http: 80 },
 * });
 * const target = balancer.target({ container: "api", port: 8080 });
 * new FargateService(stack, "service", { network, endpoints, task, loadBalancers: [target] });
 * new EndpointService(stack, "endpoint-service", {
 *   loadBalancers: [balancer],
 *   allowedPrincipals: ["arn:aws:iam::210987654321:root"],
 * });
 *
 * app.synth();
 * ```
 * @throws {ConfigurationError} for no load balancer, no or malformed principals, everybody without acceptance, IPv6 without a
 * dual-stack load balancer, other Regions with one zone, a malformed private DNS name
 */
export class EndpointService extends Construct implements CustomEndpointService {
  readonly service: VpcEndpointService;
  /** Id of the service, for example `"vpce-svc-0123456789abcdef0"`. */
  readonly serviceId: string;
  /** Its full name, by which consumers ask for it. */
  readonly serviceName: string;
  /** The zones in which it is offered, where they are known of every load balancer. */
  readonly availabilityZones?: readonly string[];
  readonly #acceptanceRequired: boolean;
  #privateDnsRecord: DnsRecord | undefined;
  readonly #privateDnsName: string | undefined;

  constructor(scope: Construct, id: string, props: EndpointServiceProps) {
    super(scope, id);
    throwMalformed(this, props, ENDPOINT_SERVICE);
    useProvider(this, props);
    proveAtSynth(this);
    throwIssues(this, [...checkEndpointService(props)]);
    const { notification, supportedRegions, supportedIpAddressTypes, privateDnsName } = props;
    this.#acceptanceRequired = props.acceptanceRequired ?? true;
    this.#privateDnsName = privateDnsName;
    this.service = new VpcEndpointService(this, "Resource", {
      acceptanceRequired: this.#acceptanceRequired,
      networkLoadBalancerArns: props.loadBalancers.map(({ loadBalancerArn }) => loadBalancerArn),
      allowedPrincipals: [...new Set(props.allowedPrincipals)],
      ...(supportedRegions === undefined ? {} : { supportedRegions: [...supportedRegions] }),
      ...(supportedIpAddressTypes === undefined ? {} : { supportedIpAddressTypes: [...supportedIpAddressTypes] }),
      ...(privateDnsName === undefined ? {} : { privateDnsName }),
      tags: { Name: defaultName(this), ...props.tags },
    });
    this.serviceId = this.service.id;
    this.serviceName = this.service.serviceName;
    const zones = offeredZones(props.loadBalancers);
    if (zones !== undefined) this.availabilityZones = zones;
    if (notification !== undefined) this.#notify(notification);
  }

  /**
   * The DNS record that proves that the domain of `privateDnsName` is yours, to be published in its public zone. AWS looks
   * for it after `aws ec2 start-vpc-endpoint-service-private-dns-verification --service-id <id>`.
   *
   * `undefined` where there is no such name.
   *
   * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html, read 2026-11-20.
   */
  get privateDnsRecord(): DnsRecord | undefined {
    if (this.#privateDnsName === undefined) return undefined;
    if (this.#privateDnsRecord === undefined) {
      const { name, type, value } = this.service.privateDnsNameConfiguration.get(0);
      this.#privateDnsRecord = { name, type, value };
    }
    return this.#privateDnsRecord;
  }

  /**
   * Accepts the connection of an endpoint.
   *
   * @param scope where the acceptance belongs: a construct in the stack of the endpoint, if service and endpoint are in two
   * stacks, so that neither stack waits for the other; its provider must be in the account of the service
   * @param id id of the construct
   * @param vpcEndpointId id of the endpoint, for example `endpoint.endpoint.id`
   * @throws {ConfigurationError} where the service does not require acceptance
   */
  accept(scope: Construct, id: string, vpcEndpointId: string): VpcEndpointConnectionAccepter {
    if (!this.#acceptanceRequired) {
      throwIssues(this, [
        issue("acceptance-not-required", {
          problem: `the connection of "${vpcEndpointId}" is accepted, but the service does not require acceptance`,
          fix: "remove the call of accept, or leave acceptanceRequired out (it is true)",
        }),
      ]);
    }
    return new VpcEndpointConnectionAccepter(scope, id, { vpcEndpointServiceId: this.serviceId, vpcEndpointId });
  }

  #notify({ topicArn, events = ["Connect", "Accept", "Reject", "Delete"] }: ConnectionNotification): void {
    new VpcEndpointConnectionNotification(this, "notification", {
      vpcEndpointServiceId: this.serviceId,
      connectionNotificationArn: topicArn,
      connectionEvents: [...events],
    });
  }
}

/** A service with several load balancers is offered in the zones of all of them together. */
function offeredZones(loadBalancers: readonly EndpointServiceLoadBalancer[]): readonly string[] | undefined {
  const zones = loadBalancers.map(({ availabilityZones }) => availabilityZones);
  if (zones.some((ofOne) => ofOne === undefined)) return undefined;
  return [...new Set(zones.flatMap((ofOne) => ofOne ?? []))];
}
