import { allKnown, type Fact, knownValue } from "../model/fact";
import type { Identity } from "../model/identity";
import type { Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { blocksFact, memberOf } from "./facts";
import { identitiesFact, identityFact, identityOf } from "./identities";
import type { ResourceIndex } from "./resource-index";

/** A load balancer, and the services whose tasks it calls. */
export interface LoadBalancerModel {
  readonly id: Identity;
  readonly address: string;
  readonly subnets: Fact<readonly Identity[]>;
  /** Addresses of the ECS services behind it, as far as listeners and their rules tell. */
  readonly services: readonly string[];
}

/** The load balancers, for whoever shows a network: no call of a task is proved by them. */
export function readLoadBalancers(index: ResourceIndex): readonly LoadBalancerModel[] {
  return index.managed("aws_lb", "aws_alb").map((balancer) => {
    const id = identityOf(balancer, index);
    const groups = new Set(targetGroupsOf(id, index));
    const services = index
      .managed("aws_ecs_service")
      .filter((service) =>
        namedIn(service.argument("load_balancer"), "target_group_arn", index).some((each) => groups.has(each)),
      )
      .map(({ address }) => address);
    return { id, address: balancer.address, subnets: subnetsOfBalancer(balancer, index), services };
  });
}

/** The subnets of a load balancer, however they are given. */
export function subnetsOfBalancer(balancer: TerraformResource, index: ResourceIndex): Fact<readonly Identity[]> {
  const mappings = blocksFact(balancer.argument("subnet_mapping"));
  if (mappings.known && mappings.value.length > 0) {
    return allKnown(mappings.value.map((mapping) => identityFact(memberOf(mapping, "subnet_id"), index)));
  }
  return identitiesFact(balancer.argument("subnets"), index);
}

/** The target groups that the listeners of a load balancer and the rules of these lead to. */
function targetGroupsOf(balancer: Identity, index: ResourceIndex): readonly string[] {
  const isOf = (value: Value, texts: ReadonlySet<string>) =>
    texts.has(knownValue(identityFact(value, index))?.text ?? "");
  const own = new Set([balancer.text]);
  const listeners = ofTypes(["aws_lb_listener", "aws_alb_listener"], index).filter((listener) =>
    isOf(listener.argument("load_balancer_arn"), own),
  );
  const ids = new Set(listeners.map((listener) => identityOf(listener, index).text));
  const rules = ofTypes(["aws_lb_listener_rule", "aws_alb_listener_rule"], index).filter((rule) =>
    isOf(rule.argument("listener_arn"), ids),
  );
  const actions = [
    ...listeners.map((listener) => listener.argument("default_action")),
    ...rules.map((rule) => rule.argument("action")),
  ];
  return actions.flatMap((action) => [
    ...namedIn(action, "target_group_arn", index),
    ...(knownValue(blocksFact(action)) ?? []).flatMap((block) =>
      (knownValue(blocksFact(memberOf(block, "forward"))) ?? []).flatMap((forward) =>
        namedIn(memberOf(forward, "target_group"), "arn", index),
      ),
    ),
  ]);
}

/** What the blocks of an argument name by a member of theirs. */
function namedIn(blocks: Value, member: string, index: ResourceIndex): readonly string[] {
  return (knownValue(blocksFact(blocks)) ?? []).flatMap((block) => {
    const id = knownValue(identityFact(memberOf(block, member), index));
    return id === undefined ? [] : [id.text];
  });
}

/** Resources that have no part in the way of a call. */
function ofTypes(types: readonly string[], { all }: ResourceIndex): readonly TerraformResource[] {
  return all.filter(({ mode, type }) => mode === "managed" && types.includes(type));
}
