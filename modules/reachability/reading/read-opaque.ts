import type { Value } from "../terraform/expressions/value";
import type { OpaqueModule } from "../terraform/resources/terraform-resource";
import { unreadTypes } from "./network-types";
import type { ResourceIndex } from "./resource-index";

/** What may add to a network in a way that is not known: modules, stacks of CloudFormation, resources of other providers. */
export function readOpaque(modules: readonly OpaqueModule[], index: ResourceIndex): readonly string[] {
  // In a configuration, where modules are, what is created has no id yet.
  const ofModules = modules.filter((module) => touchesNetwork(module.arguments, () => false));
  const unread = unreadTypes().flatMap(([type, by]) =>
    index.managed(type).filter((each) => by.some((name) => touchesNetwork(each.argument(name), namesNetwork))),
  );
  return [...ofModules, ...unread].map(({ address }) => address);
}

/** Types of which a part is needed to add to a network. */
const PART = /(?:^|\.)aws_(?:default_)?(?:vpc|subnet|security_group|route_table|network_acl)/;

/** What is given nothing of a network cannot add to it. */
function touchesNetwork(value: Value, isPart: (text: string) => boolean): boolean {
  switch (value.kind) {
    case "reference":
      return value.type === undefined || PART.test(value.type);
    case "whole":
      return !value.isResource || PART.test(value.address);
    case "list":
      return value.items.some((item) => touchesNetwork(item, isPart));
    case "object":
      return Object.values(value.members).some((member) => touchesNetwork(member, isPart));
    case "text":
      return value.parts.some((part) => touchesNetwork(part, isPart));
    case "unknown":
      return true;
    case "literal":
      return isPart(String(value.value));
  }
}

/** Whether a text names a part of a network by its id. */
function namesNetwork(text: string): boolean {
  return /\b(?:vpc|subnet|sg|rtb|acl)-[0-9a-f]{8,17}\b/.test(text);
}
