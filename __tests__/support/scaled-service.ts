import type { TerraformStack } from "cdktf";
import {
  ApplicationLoadBalancer,
  EndpointPlan,
  FargateService,
  type FargateServiceProps,
  Peer,
  PrivateNetwork,
  VpcEndpoints,
} from "../../modules";
import { ordersTask } from "./orders";

/** A service behind an internal application load balancer. */
export function balancedService(scope: TerraformStack, props: Partial<FargateServiceProps> = {}): FargateService {
  const network = new PrivateNetwork(scope, "network", { region: "eu-west-1" });
  const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([ordersTask]) });
  const balancer = new ApplicationLoadBalancer(scope, "balancer", {
    network,
    ingress: { vpc: Peer.cidr("10.0.0.0/16") },
  });
  const loadBalancers = [balancer.target({ container: "api", port: 8080 })];
  return new FargateService(scope, "orders", { network, endpoints, task: ordersTask, loadBalancers, ...props });
}
