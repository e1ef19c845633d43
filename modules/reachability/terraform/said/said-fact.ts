import { symbolicText } from "../expressions/symbolic-text";
import { ABSENT, type Value } from "../expressions/value";
import type { TerraformResource } from "../resources/terraform-resource";

/** A thing of a VPC that exists, as the resource or the data source that would have it. */
export interface SaidThing extends Pick<TerraformResource, "address" | "mode" | "type"> {
  readonly id: Value;
}

/** Something that is said of a thing, as arguments of its resource. */
export interface SaidPart {
  readonly thing: SaidThing;
  readonly arguments: Readonly<Record<string, Value>>;
}

/** One thing that somebody says of a VPC that exists. */
export interface SaidFact {
  /** In words that can be compared with the account: `"vpc-0123456789abcdef0 has enable_dns_support on"`. */
  readonly text: string;
  /** Name of the network of which it is said. */
  readonly network: string;
  /** The resource in whose comment it is said. */
  readonly by: TerraformResource;
  /** Id of the VPC. */
  readonly vpcId: Value;
  readonly region: Value;
  readonly parts: readonly SaidPart[];
}

/** A member of an object; absent where it is not given. */
export function saidMember(value: Value, name: string): Value {
  if (value.kind !== "object" || !Object.hasOwn(value.members, name)) return ABSENT;
  return value.members[name] ?? ABSENT;
}

/** The items of a member that is a list. */
export function saidItems(value: Value, name: string): readonly Value[] {
  const list = saidMember(value, name);
  return list.kind === "list" ? list.items : [];
}

/** The address of what is said of a thing, which is another than that of the resource that has its id. */
export function saidAddress(id: Value): string {
  return id.kind === "reference" && id.attribute === "id" ? `${saidName(id)} (said)` : symbolicText(id);
}

/** How messages name a thing: by its id, or by the address of what has the id. */
export function saidName(id: Value): string {
  switch (id.kind) {
    case "literal":
      return String(id.value);
    case "reference": {
      const { address, attribute } = id;
      if (attribute === "id") return address;
      return /^(?:\[|$)/.test(attribute) ? `${address}${attribute}` : `${address}.${attribute}`;
    }
    case "text":
      return id.parts.map(saidName).join("");
    default:
      return "…";
  }
}
