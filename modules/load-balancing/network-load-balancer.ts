import type { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import type { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { LbTargetGroupAttachment } from "@cdktf/provider-aws/lib/lb-target-group-attachment";
import { Construct } from "constructs";
import { throwIssues } from "../internal/throw-issues";
import { throwMalformed } from "../internal/throw-malformed";
import { useProvider } from "../internal/use-provider";
import { renderIssue } from "../issues/configuration-error";
import { Peer } from "../network/peer";
import { egressRule, type SecurityGroup } from "../network/security-group";
import type { Shape } from "../shapes/shape";
import { shiftedTo } from "./alternate-rules";
import { checkIdleTimeout } from "./check-idle-timeout";
import { checkListenerPorts } from "./check-listeners";
import { checkLoadBalancer } from "./check-load-balancer";
import { checkAlternateOfListener, checkNetworkTarget, listenerWithoutTarget } from "./check-network-target";
import { connectSecurityGroups } from "./connect-security-groups";
import type { LoadBalancerEntrance } from "./entrances";
import { createLoadBalancer, networkSettings } from "./load-balancer";
import { NETWORK_LOAD_BALANCER } from "./load-balancer-shape";
import { loadBalancerSubnets } from "./load-balancer-subnets";
import type { LoadBalancerTarget } from "./load-balancer-target";
import type {
  NetworkAddressTarget,
  NetworkInstanceTarget,
  NetworkLoadBalancerProps,
  NetworkServiceTarget,
  NetworkTargetOptions,
} from "./network-load-balancer-props";
import { createTargetGroup, targetPorts, unnamed } from "./target-group";
import { NETWORK_ADDRESS_TARGET, NETWORK_INSTANCE_TARGET, NETWORK_SERVICE_TARGET } from "./target-shape";

/** What a listener forwards to; only a service has two target groups. */
type ForwardedTarget = NetworkTargetOptions & Pick<NetworkServiceTarget, "alternate">;

/**
 * A network load balancer for TCP, with a security group: it lets in whom `ingress` names, on the ports of the listeners,
 * and out to the targets only.
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformStack } from "cdktf";
 * import {
 *   ContainerImage, EndpointPlan, FargateService, type FargateTask, NetworkLoadBalancer, Peer, PrivateNetwork,
 *   VpcEndpoints,
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
 *   ingress: { vpc: Peer.cidr(network.cidrBlock) },
 *   listeners: { web: 80 },
 * });
 * const target = balancer.target({ container: "api", port: 8080 });
 * new FargateService(stack, "service", { network, endpoints, task, loadBalancers: [target] });
 *
 * app.synth();
 * ```
 * @throws {ConfigurationError} for ports out of range or taken twice, an internet-facing one without public subnets, nobody
 * who may connect
 */
export class NetworkLoadBalancer extends Construct {
  readonly loadBalancer: Lb;
  readonly loadBalancerArn: string;
  /** Its security group. AWS adds none to a network load balancer that was created without. */
  readonly securityGroup: SecurityGroup;
  /** Where clients connect to it, as far as it stands in subnets of tasks. */
  readonly entrances: readonly LoadBalancerEntrance[];
  /** Its host name. */
  readonly dnsName: string;
  /** The zones in which it stands. */
  readonly availabilityZones: readonly string[];
  /** The addresses that it has. */
  readonly ipAddressType: "ipv4" | "dualstack";
  readonly #props: NetworkLoadBalancerProps;
  readonly #listeners = new Map<string, LbListener>();
  readonly #targetGroups = new Map<string, LbTargetGroup>();

  constructor(scope: Construct, id: string, props: NetworkLoadBalancerProps) {
    super(scope, id);
    throwMalformed(this, props, NETWORK_LOAD_BALANCER);
    useProvider(this, props);
    this.#props = props;
    const { listeners, ingressAppliesToPrivateLink } = props;
    throwIssues(this, [
      ...checkLoadBalancer(props, { zones: 1, ingress: ingressAppliesToPrivateLink !== false }),
      ...checkListenerPorts(listeners),
      ...checkIdleTimeout("network", props.idleTimeout),
    ]);
    const { loadBalancer, securityGroup, entrances } = createLoadBalancer(this, props, {
      type: "network",
      ports: listeners,
      settings: networkSettings(props),
    });
    this.securityGroup = securityGroup;
    this.entrances = entrances;
    this.loadBalancer = loadBalancer;
    this.loadBalancerArn = this.loadBalancer.arn;
    this.dnsName = this.loadBalancer.dnsName;
    this.availabilityZones = loadBalancerSubnets(props).map(({ availabilityZone }) => availabilityZone);
    this.ipAddressType = props.ipAddressType ?? "ipv4";
    this.node.addValidation({
      validate: () =>
        Object.keys(listeners)
          .filter((name) => !this.#listeners.has(name))
          .map((name) => renderIssue(listenerWithoutTarget(name))),
    });
  }

  /** The listeners that have a target, by name. */
  get listeners(): ReadonlyMap<string, LbListener> {
    return this.#listeners;
  }

  /** The target groups by the name of their listener; a second one without a test listener by `LISTENER-alternate`. */
  get targetGroups(): ReadonlyMap<string, LbTargetGroup> {
    return this.#targetGroups;
  }

  /**
   * A container that a listener forwards to, for the `loadBalancers` of its service.
   *
   * @throws {ConfigurationError} for a port out of range, a malformed health check, an unknown or a taken listener
   */
  target(options: NetworkServiceTarget): LoadBalancerTarget {
    throwMalformed(this, options, NETWORK_SERVICE_TARGET);
    const { alternate } = options;
    throwIssues(this, [...checkAlternateOfListener(options, Object.keys(this.#props.listeners), this.#listeners)]);
    const { listener, name, targetGroupArn } = this.#forward(options, "ip", NETWORK_SERVICE_TARGET);
    const second = alternate && this.#createTargetGroup(`alternate-target-group-${name}`, unnamed(options), "ip");
    const { testListener } = alternate ?? {};
    if (second !== undefined) this.#targetGroups.set(testListener ?? `${name}-alternate`, second);
    const tests =
      second === undefined || testListener === undefined ? [] : [this.#listen(testListener, second.arn, true)];
    return {
      name: `${this.node.id}-${name}`,
      container: options.container,
      ...targetPorts(options),
      targetGroupArn,
      securityGroupId: this.securityGroup.securityGroupId,
      entrances: this.entrances,
      dependencies: [listener, ...tests],
      ...shiftedTo(second, [listener, ...tests]),
    };
  }

  /**
   * Forwards a listener to instances.
   *
   * @throws {ConfigurationError} as {@link target}
   */
  instances(options: NetworkInstanceTarget): void {
    const { name, targetGroupArn } = this.#forward(options, "instance", NETWORK_INSTANCE_TARGET);
    for (const [instance, targetId] of Object.entries(options.instances)) {
      new LbTargetGroupAttachment(this, `target-${name}-${instance}`, { targetGroupArn, targetId, port: options.port });
    }
    connectSecurityGroups(this, `target-${name}`, {
      from: this.securityGroup.securityGroupId,
      to: options.securityGroupId,
      ...targetPorts(options),
    });
  }

  /**
   * Forwards a listener to addresses.
   *
   * @throws {ConfigurationError} as {@link target}
   */
  addresses(options: NetworkAddressTarget): void {
    const { name, targetGroupArn } = this.#forward(options, "ip", NETWORK_ADDRESS_TARGET);
    const ports = new Set([options.port, options.healthCheck?.port ?? options.port]);
    for (const [address, targetId] of Object.entries(options.addresses)) {
      const id = `target-${name}-${address}`;
      const availabilityZone = options.outsideVpc === true ? { availabilityZone: "all" } : {};
      new LbTargetGroupAttachment(this, id, { targetGroupArn, targetId, port: options.port, ...availabilityZone });
      for (const port of ports) {
        const rule = port === options.port ? `${id}-egress` : `${id}-health-egress`;
        egressRule(this, rule, this.securityGroup.securityGroupId, { peer: Peer.cidr(`${targetId}/32`), port });
      }
    }
  }

  /** Makes the target group and the listener that forwards to it. */
  #forward(options: ForwardedTarget, targetType: "ip" | "instance", shape: Shape) {
    throwMalformed(this, options, shape);
    const names = Object.keys(this.#props.listeners);
    throwIssues(this, [...checkNetworkTarget(options, names, this.#listeners)]);
    const name = options.listener ?? names[0] ?? "";
    const targetGroup = this.#createTargetGroup(`target-group-${name}`, options, targetType);
    const targetGroupArn = targetGroup.arn;
    const listener = this.#listen(name, targetGroupArn, options.alternate !== undefined);
    this.#targetGroups.set(name, targetGroup);
    return { listener, name, targetGroupArn };
  }

  #createTargetGroup(id: string, options: NetworkTargetOptions, targetType: "ip" | "instance"): LbTargetGroup {
    return createTargetGroup(this, id, options, {
      vpcId: this.#props.network.vpcId,
      protocol: "TCP",
      targetType,
      ...(options.stickySessions === undefined
        ? {}
        : { stickiness: { type: "source_ip", enabled: options.stickySessions } }),
    });
  }

  /** @param isShifted whether ECS changes where it forwards to */
  #listen(name: string, targetGroupArn: string, isShifted: boolean): LbListener {
    const { idleTimeout } = this.#props;
    const listener = new LbListener(this, `listener-${name}`, {
      loadBalancerArn: this.loadBalancerArn,
      port: this.#props.listeners[name] ?? 0,
      protocol: "TCP",
      ...(idleTimeout === undefined ? {} : { tcpIdleTimeoutSeconds: idleTimeout }),
      defaultAction: [{ type: "forward", targetGroupArn }],
      ...(isShifted ? { lifecycle: { ignoreChanges: ["default_action"] } } : {}),
    });
    this.#listeners.set(name, listener);
    return listener;
  }
}
