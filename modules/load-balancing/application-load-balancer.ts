import type { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbListener, type LbListenerDefaultAction } from "@cdktf/provider-aws/lib/lb-listener";
import type { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import type { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { Construct } from "constructs";
import { throwIssues } from "../internal/throw-issues";
import { throwMalformed } from "../internal/throw-malformed";
import { useProvider } from "../internal/use-provider";
import { renderIssue } from "../issues/configuration-error";
import type { SecurityGroup } from "../network/security-group";
import { mapValues } from "../values/map-values";
import { checkRoute, ruleOfRoute, shiftedTo, withListeners } from "./alternate-rules";
import type { ApplicationLoadBalancerProps, ApplicationTargetOptions } from "./application-load-balancer-props";
import type { ApplicationRouteOptions, ListenerRuleOptions, WeightedRouteOptions } from "./application-route-props";
import { applicationTarget } from "./application-target";
import { checkApplicationTarget, loadBalancerWithoutTarget } from "./check-application-target";
import { checkIdleTimeout } from "./check-idle-timeout";
import { checkListenerRule } from "./check-listener-rule";
import { checkListeners } from "./check-listeners";
import { checkLoadBalancer } from "./check-load-balancer";
import { checkWeightedTargets } from "./check-weighted-targets";
import type { LoadBalancerEntrance } from "./entrances";
import { checkFixedResponse, fixedResponseAction } from "./fixed-response";
import { forwardingNames, Listener, listenerPorts } from "./listener";
import { listenerAttributes } from "./listener-attributes";
import { everywhere, forwardAction, ListenerRules, type RuleAt } from "./listener-rules";
import { applicationSettings, createLoadBalancer } from "./load-balancer";
import { APPLICATION_LOAD_BALANCER } from "./load-balancer-shape";
import type { LoadBalancerTarget } from "./load-balancer-target";
import { urlOf } from "./load-balancer-url";
import { checkLogBucket } from "./log-bucket";
import { stickinessAttributes } from "./sticky-sessions";
import { createTargetGroup, type MadeTargetGroup, unnamed } from "./target-group";
import { APPLICATION_ROUTE, APPLICATION_TARGET, WEIGHTED_ROUTE } from "./target-shape";

/**
 * An application load balancer in front of one Fargate service, its `target`, or of several, also of other stacks, each with
 * a `route` by host, path and what else a request has. Its security group lets in whom `ingress` names, on the ports of the
 * listeners, and out to nothing but the tasks of the services, on the ports of the containers.
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
  /** Where clients connect to it, as far as it stands in subnets of tasks. */
  readonly entrances: readonly LoadBalancerEntrance[];
  /** Its host name. */
  readonly dnsName: string;
  /** Where its first HTTPS listener answers, else its first HTTP listener. */
  readonly url: string;
  readonly #props: ApplicationLoadBalancerProps;
  readonly #listeners: Readonly<Record<string, Listener>>;
  readonly #listenerResources = new Map<string, LbListener>();
  readonly #rules = new ListenerRules();
  readonly #targetGroups = new Map<string, LbTargetGroup>();
  #targetGroup: LbTargetGroup | undefined;

  constructor(scope: Construct, id: string, props: ApplicationLoadBalancerProps) {
    super(scope, id);
    throwMalformed(this, props, APPLICATION_LOAD_BALANCER);
    useProvider(this, props);
    this.#props = props;
    this.#listeners = props.listeners ?? { http: Listener.http() };
    throwIssues(this, [
      ...checkLoadBalancer(props, { zones: 2, ingress: true }),
      ...checkListeners(this.#listeners),
      ...checkFixedResponse(props.otherwise ?? {}, "otherwise"),
      ...checkIdleTimeout("application", props.idleTimeout),
      ...checkLogBucket(props.accessLogs, "accessLogs"),
      ...checkLogBucket(props.connectionLogs, "connectionLogs"),
    ]);
    const { loadBalancer, securityGroup, entrances } = createLoadBalancer(this, props, {
      type: "application",
      ports: listenerPorts(this.#listeners),
      settings: applicationSettings(props),
    });
    this.securityGroup = securityGroup;
    this.entrances = entrances;
    this.loadBalancer = loadBalancer;
    this.loadBalancerArn = this.loadBalancer.arn;
    this.dnsName = this.loadBalancer.dnsName;
    this.url = urlOf(this.dnsName, Object.values(this.#listeners));
    this.node.addValidation({
      validate: () => (this.#listenerResources.size === 0 ? [renderIssue(loadBalancerWithoutTarget())] : []),
    });
  }

  /** The group of `target()`, once there is one. */
  get targetGroup(): LbTargetGroup | undefined {
    return this.#targetGroup;
  }

  /** The groups of the routes by name; of a route with several targets by `ROUTE-TARGET`, a second one by `ROUTE-alternate`. */
  get targetGroups(): ReadonlyMap<string, LbTargetGroup> {
    return this.#targetGroups;
  }

  /** The listeners by name, once there is a target or a route. */
  get listeners(): ReadonlyMap<string, LbListener> {
    return this.#listenerResources;
  }

  /** The rules of each route by its name, one for each of its listeners. */
  get rules(): ReadonlyMap<string, readonly LbListenerRule[]> {
    return this.#rules.resources;
  }

  /**
   * The container that gets what no route takes, for the `loadBalancers` of its service. There is one.
   *
   * @throws {ConfigurationError} for a port out of range, a malformed health check, a second target
   */
  target(options: ApplicationTargetOptions): LoadBalancerTarget {
    throwMalformed(this, options, APPLICATION_TARGET);
    throwIssues(this, [...checkApplicationTarget(options, this.#targetGroup !== undefined)]);
    const made = this.#createTargetGroup("target-group", options);
    this.#targetGroup = made.group;
    this.#listen({ type: "forward", targetGroupArn: made.arn });
    return applicationTarget(this, this.node.id, options, made, [...this.#listenerResources.values()]);
  }

  /**
   * A container that gets the requests which fulfil the conditions, for the `loadBalancers` of its service, which may be in
   * another stack. The rules belong to the load balancer, and their priorities are chosen, the narrower first.
   *
   * @param name name of the route, unique in the load balancer; it is used in construct ids
   * @throws {ConfigurationError} as {@link target}, and for conditions that AWS refuses or that another route has, a priority out
   * of range or taken, an unknown listener
   * @example
   * const shop = balancer.route("shop", { container: "api", port: 8080, hosts: ["shop.example.com"], paths: ["/api/*"] });
   * new FargateService(stack, "shop", { network, endpoints, task, loadBalancers: [shop] });
   */
  route(name: string, options: ApplicationRouteOptions): LoadBalancerTarget {
    throwMalformed(this, options, APPLICATION_ROUTE);
    const ruled = this.#ruled();
    const rule = withListeners(options, ruled.listeners);
    throwIssues(this, [...checkRoute(options, ruled.listeners), ...checkListenerRule(name, rule, ruled)]);
    const made = this.#createTargetGroup(`target-group-${name}`, options);
    this.#targetGroups.set(name, made.group);
    const other = options.alternate && this.#createTargetGroup(`alternate-target-group-${name}`, unnamed(options));
    if (other !== undefined) this.#targetGroups.set(`${name}-alternate`, other.group);
    const rules = this.#addRules(name, rule, ruleOfRoute(made.arn, other?.arn, options.alternate));
    return { ...applicationTarget(this, `${this.node.id}-${name}`, options, made, rules), ...shiftedTo(other, rules) };
  }

  /**
   * Containers that share the requests which fulfil the conditions by their weights, each for the `loadBalancers` of its service.
   *
   * @param name name of the route, unique in the load balancer; it is used in construct ids
   * @throws {ConfigurationError} as {@link route}, and for weights that AWS refuses
   * @example
   * const { stable, next } = balancer.weightedRoute("shop", {
   *   hosts: ["shop.example.com"],
   *   targets: {
   *     stable: { container: "api", port: 8080, weight: 95 },
   *     next: { container: "api", port: 8080, weight: 5 },
   *   },
   * });
   */
  weightedRoute<Name extends string>(
    name: string,
    options: WeightedRouteOptions<Name>,
  ): Readonly<Record<Name, LoadBalancerTarget>> {
    throwMalformed(this, options, WEIGHTED_ROUTE);
    throwIssues(this, [...checkWeightedTargets(options), ...checkListenerRule(name, options, this.#ruled())]);
    const groups = mapValues(options.targets, (target, key) =>
      this.#createTargetGroup(`target-group-${name}-${key}`, target),
    );
    const shares = mapValues(options.targets, ({ weight }, key) => ({ arn: groups[key].arn, weight }));
    const action = forwardAction(Object.values(shares), options.stickySeconds);
    const rules = this.#addRules(name, options, everywhere(action));
    return mapValues(options.targets, (target, key) => {
      this.#targetGroups.set(`${name}-${key}`, groups[key].group);
      return applicationTarget(this, `${this.node.id}-${name}-${key}`, target, groups[key], rules);
    });
  }

  /** Makes the listeners, or says what those that there are do with requests that no rule takes. */
  #listen(action: LbListenerDefaultAction): void {
    for (const [name, listener] of Object.entries(this.#listeners)) {
      const attributes = listenerAttributes(listener, action);
      const resource = this.#listenerResources.get(name);
      resource?.putDefaultAction(attributes.defaultAction);
      if (resource !== undefined) continue;
      const { loadBalancerArn } = this;
      this.#listenerResources.set(name, new LbListener(this, `listener-${name}`, { loadBalancerArn, ...attributes }));
    }
  }

  #ruled() {
    return { listeners: forwardingNames(this.#listeners), rules: this.#rules.all };
  }

  #addRules(name: string, options: ListenerRuleOptions, ruleAt: RuleAt): readonly LbListenerRule[] {
    if (this.#listenerResources.size === 0) this.#listen(fixedResponseAction(this.#props.otherwise ?? {}));
    const names = options.listeners ?? this.#ruled().listeners;
    const listeners = new Map(names.flatMap((own) => [...this.#listenerResources].filter(([each]) => each === own)));
    return this.#rules.add(this, name, options, listeners, ruleAt);
  }

  #createTargetGroup(id: string, options: ApplicationTargetOptions): MadeTargetGroup {
    const { vpcId } = this.#props.network;
    const stickiness = options.stickySessions && stickinessAttributes(options.stickySessions);
    const group = createTargetGroup(this, id, options, { vpcId, protocol: "HTTP", targetType: "ip", stickiness });
    return { group, arn: group.arn };
  }
}
