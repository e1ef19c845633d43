import type { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import type { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { Construct } from "constructs";
import { throwIssues } from "../internal/throw-issues";
import { throwMalformed } from "../internal/throw-malformed";
import { useProvider } from "../internal/use-provider";
import { renderIssue } from "../issues/configuration-error";
import type { SecurityGroup } from "../network/security-group";
import type { ApplicationLoadBalancerProps, ApplicationTargetOptions } from "./application-load-balancer-props";
import { checkApplicationTarget, loadBalancerWithoutTarget } from "./check-application-target";
import { checkListeners } from "./check-listeners";
import { checkLoadBalancer } from "./check-load-balancer";
import { Listener, listenerPorts } from "./listener";
import { listenerAttributes } from "./listener-attributes";
import { createLoadBalancer } from "./load-balancer";
import { APPLICATION_LOAD_BALANCER } from "./load-balancer-shape";
import type { LoadBalancerTarget } from "./load-balancer-target";
import { numberAsText } from "./number-as-text";
import { createTargetGroup, targetPorts } from "./target-group";
import { APPLICATION_TARGET } from "./target-shape";

/**
 * An application load balancer in front of a Fargate service. Its security group lets in whom `ingress` names, on the
 * ports of the listeners, and out to nothing but the tasks of the service, on the port of the container.
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformStack } from "cdktf";
 * import {
 *   ApplicationLoadBalancer, ContainerImage, EndpointPlan, FargateService, type FargateTask, Listener, Peer,
 *   PrivateNetwork, tieredSubnets, VpcEndpoints,
 * } from "cdktf-private-fargate";
 *
 * const app = new App();
 * const stack = new TerraformStack(app, "orders");
 * new AwsProvider(stack, "aws", { region: "eu-west-1" });
 *
 * const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders", { tag: "1.4.2" });
 * const task = { family: "orders", containers: { api: { image, ports: [8080] } } } satisfies FargateTask;
 *
 * const network = new PrivateNetwork(stack, "network", { region: "eu-west-1", subnets: tieredSubnets() });
 * const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
 *
 * const balancer = new ApplicationLoadBalancer(stack, "balancer", {
 *   network,
 *   scheme: "internet-facing",
 *   ingress: { internet: Peer.cidr("0.0.0.0/0") },
 *   listeners: {
 *     https: Listener.https("arn:aws:acm:eu-west-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"),
 *     http: Listener.redirectToHttps(),
 *   },
 * });
 * const target = balancer.target({ container: "api", port: 8080, healthCheck: { path: "/health" } });
 * new FargateService(stack, "service", { network, endpoints, task, loadBalancers: [target] });
 *
 * app.synth();
 * ```
 * @throws {ConfigurationError} for ports out of range or taken twice, HTTPS without a certificate, an internet-facing one
 * without public subnets, fewer than two zones, nobody who may connect
 */
export class ApplicationLoadBalancer extends Construct {
  readonly loadBalancer: Lb;
  readonly loadBalancerArn: string;
  readonly securityGroup: SecurityGroup;
  /** Its host name. */
  readonly dnsName: string;
  /** Where its first HTTPS listener answers, else its first HTTP listener. */
  readonly url: string;
  readonly #props: ApplicationLoadBalancerProps;
  readonly #listeners: Readonly<Record<string, Listener>>;
  readonly #listenerResources = new Map<string, LbListener>();
  #targetGroup: LbTargetGroup | undefined;

  constructor(scope: Construct, id: string, props: ApplicationLoadBalancerProps) {
    super(scope, id);
    throwMalformed(this, props, APPLICATION_LOAD_BALANCER);
    useProvider(this, props);
    this.#props = props;
    this.#listeners = props.listeners ?? { http: Listener.http() };
    throwIssues(this, [...checkLoadBalancer(props, { zones: 2, ingress: true }), ...checkListeners(this.#listeners)]);
    const { loadBalancer, securityGroup } = createLoadBalancer(this, props, {
      type: "application",
      ports: listenerPorts(this.#listeners),
    });
    this.securityGroup = securityGroup;
    this.loadBalancer = loadBalancer;
    this.loadBalancerArn = this.loadBalancer.arn;
    this.dnsName = this.loadBalancer.dnsName;
    this.url = urlOf(this.dnsName, Object.values(this.#listeners));
    this.node.addValidation({
      validate: () => (this.#targetGroup === undefined ? [renderIssue(loadBalancerWithoutTarget())] : []),
    });
  }

  /** The target group, once there is a target. */
  get targetGroup(): LbTargetGroup | undefined {
    return this.#targetGroup;
  }

  /** The listeners by name, once there is a target. */
  get listeners(): ReadonlyMap<string, LbListener> {
    return this.#listenerResources;
  }

  /**
   * The container that all listeners forward to, for the `loadBalancers` of its service. There is one.
   *
   * @throws {ConfigurationError} for a port out of range, a malformed health check, a second target
   */
  target(options: ApplicationTargetOptions): LoadBalancerTarget {
    throwMalformed(this, options, APPLICATION_TARGET);
    throwIssues(this, [...checkApplicationTarget(options, this.#targetGroup !== undefined)]);
    this.#targetGroup = createTargetGroup(this, "target-group", options, {
      vpcId: this.#props.network.vpcId,
      protocol: "HTTP",
      targetType: "ip",
    });
    const targetGroupArn = this.#targetGroup.arn;
    for (const [name, listener] of Object.entries(this.#listeners)) {
      const attributes = listenerAttributes(listener, targetGroupArn);
      const { loadBalancerArn } = this;
      this.#listenerResources.set(name, new LbListener(this, `listener-${name}`, { loadBalancerArn, ...attributes }));
    }
    return {
      name: this.node.id,
      container: options.container,
      ...targetPorts(options),
      targetGroupArn,
      requestCountLabel: `${this.loadBalancer.arnSuffix}/${this.#targetGroup.arnSuffix}`,
      securityGroupId: this.securityGroup.securityGroupId,
      dependencies: [...this.#listenerResources.values()],
    };
  }
}

/** Where clients find the load balancer. */
function urlOf(dnsName: string, listeners: readonly Listener[]): string {
  const listener = listeners.find(({ kind }) => kind === "https") ?? listeners.find(({ kind }) => kind === "http");
  const [scheme, usual] = listener?.kind === "https" ? ["https", 443] : ["http", 80];
  return `${scheme}://${dnsName}${listener === undefined || listener.port === usual ? "" : `:${numberAsText(listener.port)}`}`;
}
