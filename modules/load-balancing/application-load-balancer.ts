import type { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import type { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { Construct } from "constructs";
import { throwIssues } from "../internal/throw-issues";
import { renderIssue } from "../issues/configuration-error";
import { type Issue, issue } from "../issues/issue";
import type { SecurityGroup } from "../network/security-group";
import { checkListeners } from "./check-listeners";
import { checkHealthCheck, type HttpHealthCheck } from "./health-check";
import { Listener } from "./listener";
import { checkLoadBalancer, createLoadBalancer, createSecurityGroup, type LoadBalancerProps } from "./load-balancer";
import { checkPlacement } from "./load-balancer-subnets";
import type { LoadBalancerTarget } from "./load-balancer-target";
import { numberAsText } from "./number-as-text";
import { portIssues } from "./port-issues";
import { createTargetGroup } from "./target-group";

/** Properties of {@link ApplicationLoadBalancer}. */
export interface ApplicationLoadBalancerProps extends LoadBalancerProps {
  /** The listeners, each under a name that becomes part of resource addresses. @default { http: Listener.http() } */
  readonly listeners?: Readonly<Record<string, Listener>>;
}

/** The container that an application load balancer forwards to. */
export interface ApplicationTargetOptions {
  /** Name of the container. */
  readonly container: string;
  /** Port on which the container speaks HTTP; it must be among its `ports`. */
  readonly port: number;
  /** @default - `GET /` answers 200, asked for every 30 seconds */
  readonly healthCheck?: HttpHealthCheck;
  /** Seconds that a task that stops is given to answer what it has begun, 0 to 3600. @default - AWS's: 300 */
  readonly deregistrationDelay?: number;
  /** Name of the target group, unique in the account and Region. @default - made by Terraform */
  readonly targetGroupName?: string;
}

/**
 * An application load balancer in front of a Fargate service. Its security group lets in whom `ingress` names, on the
 * ports of the listeners, and out to nothing but the tasks of the service, on the port of the container.
 *
 * @example
 * const balancer = new ApplicationLoadBalancer(this, "balancer", {
 *   network,
 *   scheme: "internet-facing",
 *   ingress: { internet: Peer.cidr("0.0.0.0/0") },
 *   listeners: { https: Listener.https(certificateArn), http: Listener.redirectToHttps() },
 * });
 * const target = balancer.target({ container: "api", port: 8080, healthCheck: { path: "/health" } });
 * new FargateService(this, "orders", { network, endpoints, task, loadBalancers: [target] });
 * @throws {ConfigurationError} for ports out of range or taken twice, HTTPS without a certificate, an internet-facing one
 * without public subnets, fewer than two zones, nobody who may connect
 */
export class ApplicationLoadBalancer extends Construct {
  /** The load balancer. */
  readonly loadBalancer: Lb;
  /** ARN of the load balancer. */
  readonly loadBalancerArn: string;
  /** Its security group. */
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
    this.#props = props;
    this.#listeners = props.listeners ?? { http: Listener.http() };
    throwIssues(this, [...checkLoadBalancer(props), ...checkPlacement(props, 2), ...checkListeners(this.#listeners)]);
    const ports = Object.fromEntries(Object.entries(this.#listeners).map(([name, { port }]) => [name, port]));
    this.securityGroup = createSecurityGroup(this, props, ports);
    this.loadBalancer = createLoadBalancer(this, props, {
      type: "application",
      securityGroupId: this.securityGroup.securityGroupId,
    });
    this.loadBalancerArn = this.loadBalancer.arn;
    this.dnsName = this.loadBalancer.dnsName;
    this.url = urlOf(this.dnsName, Object.values(this.#listeners));
    this.node.addValidation({ validate: () => (this.#targetGroup === undefined ? [renderIssue(WITHOUT_TARGET)] : []) });
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
    const { container, port, healthCheck = {}, deregistrationDelay, targetGroupName } = options;
    throwIssues(this, [
      ...portIssues(port, "port", `the container "${container}"`),
      ...checkHealthCheck(healthCheck, "healthCheck"),
      ...(this.#targetGroup === undefined ? [] : [SECOND_TARGET]),
    ]);
    const targetGroup = createTargetGroup(this, "target-group", {
      vpcId: this.#props.network.vpcId,
      protocol: "HTTP",
      targetType: "ip",
      port,
      healthCheck: { path: "/", ...healthCheck },
      healthCheckProtocol: "HTTP",
      ...(targetGroupName === undefined ? {} : { name: targetGroupName }),
      ...(deregistrationDelay === undefined ? {} : { deregistrationDelay }),
    });
    this.#targetGroup = targetGroup;
    const targetGroupArn = targetGroup.arn;
    for (const [name, listener] of Object.entries(this.#listeners)) {
      this.#listenerResources.set(name, this.#createListener(name, listener, targetGroupArn));
    }
    return {
      name: this.node.id,
      container,
      port,
      ...(healthCheck.port === undefined ? {} : { healthCheckPort: healthCheck.port }),
      targetGroupArn,
      securityGroupId: this.securityGroup.securityGroupId,
      dependencies: [...this.#listenerResources.values()],
    };
  }

  #createListener(name: string, listener: Listener, targetGroupArn: string): LbListener {
    const forward = { type: "forward", targetGroupArn };
    const redirect = (port: number) => ({
      type: "redirect",
      redirect: { protocol: "HTTPS", port: numberAsText(port), statusCode: "HTTP_301" },
    });
    return new LbListener(this, `listener-${name}`, {
      loadBalancerArn: this.loadBalancerArn,
      port: listener.port,
      protocol: listener.kind === "https" ? "HTTPS" : "HTTP",
      ...(listener.kind === "https" ? { certificateArn: listener.certificateArn, sslPolicy: listener.sslPolicy } : {}),
      defaultAction: [listener.kind === "redirect" ? redirect(listener.httpsPort) : forward],
    });
  }
}

const WITHOUT_TARGET: Issue = issue("load-balancer-without-target", {
  problem: "the load balancer forwards to nothing",
  why: "its listeners are made with the target that they forward to",
  fix: "give a service loadBalancers: [balancer.target({ container, port })]",
});

const SECOND_TARGET: Issue = issue("load-balancer-target-taken", {
  problem: "the load balancer has a target already",
  why: "every listener forwards to one target group",
  fix: "use a load balancer for each service",
});

/** Where clients find the load balancer. */
function urlOf(dnsName: string, listeners: readonly Listener[]): string {
  const listener = listeners.find(({ kind }) => kind === "https") ?? listeners.find(({ kind }) => kind === "http");
  const [scheme, usual] = listener?.kind === "https" ? ["https", 443] : ["http", 80];
  return `${scheme}://${dnsName}${listener === undefined || listener.port === usual ? "" : `:${numberAsText(listener.port)}`}`;
}
