import { isJsonObject } from "../values/is-json-value";
import type { JsonValue } from "../values/json-value";
import type { ResourceOfPlan } from "./resources-of-plan";

/** The other side of a rule by its attribute, with the list in which a rule within a group has it. */
const PEERS = [
  ["cidr_ipv4", "cidr_blocks"],
  ["cidr_ipv6", "ipv6_cidr_blocks"],
  ["prefix_list_id", "prefix_list_ids"],
  ["referenced_security_group_id", "security_groups"],
] as const;

export type PeerAttribute = (typeof PEERS)[number][0];

/** The attributes by which a rule names its other side. */
export const PEER_ATTRIBUTES: readonly PeerAttribute[] = PEERS.map(([attribute]) => attribute);

export const DIRECTIONS = ["ingress", "egress"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** A rule within a security group, as AWS has it: with one other side. */
export interface InlineRule {
  readonly direction: Direction;
  readonly protocol: JsonValue;
  readonly from: JsonValue;
  readonly to: JsonValue;
  readonly attribute: PeerAttribute;
  readonly peer: string;
}

/** The rules that a group in the state has. The provider reads all of them, whoever has made them. */
export function inlineRules({ values }: ResourceOfPlan): readonly InlineRule[] {
  return DIRECTIONS.flatMap((direction) =>
    listOf(values[direction])
      .filter(isJsonObject)
      .flatMap((rule) => {
        const { protocol = null, from_port: from = null, to_port: to = null, self } = rule;
        const itself = self === true ? [["referenced_security_group_id", values["id"] ?? null] as const] : [];
        const peers = PEERS.flatMap(([attribute, list]) =>
          listOf(rule[list]).map((peer) => [attribute, peer] as const),
        );
        return [...peers, ...itself].flatMap(([attribute, peer]) =>
          typeof peer === "string" ? [{ direction, protocol, from, to, attribute, peer }] : [],
        );
      }),
  );
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
