import { ownMember } from "../../../values/own-member";
import type { ReferenceValue, Value } from "./value";

/**
 * How many elements an open list is taken to have: more have no place in what goes over it. A network ACL has 40 rules in one
 * direction at most, 20 unless AWS is asked. Source: Amazon VPC User Guide, "Amazon VPC quotas".
 */
export const MOST_ELEMENTS_OF_AN_OPEN_LIST = 40;

/** Attributes that are lists of the address blocks of a prefix list, by the type that has them, and how one of their elements is written. */
const OPEN_LISTS: Readonly<Record<string, Readonly<Record<string, (index: number) => string>>>> = {
  aws_prefix_list: { cidr_blocks: (index) => `cidr_blocks[${index}]` },
  aws_vpc_endpoint: { cidr_blocks: (index) => `cidr_blocks[${index}]` },
  aws_ec2_managed_prefix_list: {
    entries: (index) => `entries[${index}]`,
    "entries[*].cidr": (index) => `entries[${index}].cidr`,
  },
};

/** An element of an open list. */
export interface OpenListElement {
  /** Address of the data source or the endpoint that has the list. */
  readonly address: string;
  readonly index: number;
}

/**
 * The elements of a list of which only Terraform knows how long it is, the blocks of a prefix list: as many as there can be. What
 * holds of all of them holds, however many there are.
 *
 * @returns `undefined` for any other value
 */
export function elementsOfOpenList(value: Value | undefined): readonly ReferenceValue[] | undefined {
  if (value?.kind !== "reference") return undefined;
  const elementAt = ownMember(ownMember(OPEN_LISTS, value.type ?? "") ?? {}, value.attribute);
  if (elementAt === undefined) return undefined;
  return Array.from({ length: MOST_ELEMENTS_OF_AN_OPEN_LIST }, (_, index) => ({
    ...value,
    attribute: elementAt(index),
  }));
}

/** How long an open list is, as a value that has a name and no number. @returns `undefined` for any other value */
export function lengthOfOpenList(value: Value | undefined): ReferenceValue | undefined {
  if (value?.kind !== "reference" || elementsOfOpenList(value) === undefined) return undefined;
  return { ...value, attribute: `length(${value.attribute})` };
}

/** The elements of the open list of which a value is the length. @returns `undefined` for any other value */
export function elementsOfLength(value: Value): readonly ReferenceValue[] | undefined {
  if (value.kind !== "reference") return undefined;
  const [, attribute] = /^length\((.*)\)$/.exec(value.attribute) ?? [];
  return attribute === undefined ? undefined : elementsOfOpenList({ ...value, attribute });
}

/** The element of an open list that a text names, which a map may have for a key. @returns `undefined` for any other text */
export function elementOfSymbol(text: string): ReferenceValue | undefined {
  const { address, type, attribute } = SYMBOL.exec(text)?.groups ?? {};
  if (address === undefined || type === undefined || attribute === undefined) return undefined;
  return { kind: "reference", address, type, attribute };
}

/** Which address block of which open list a value is. */
export function openListElement(value: Value): OpenListElement | undefined {
  if (value.kind !== "reference" || !Object.hasOwn(OPEN_LISTS, value.type ?? "")) return undefined;
  const [, ofBlocks, ofEntries, ofCidrs] = ELEMENT.exec(value.attribute) ?? [];
  const index = ofBlocks ?? ofEntries ?? ofCidrs;
  return index === undefined ? undefined : { address: value.address, index: Number(index) };
}

/** `element` writes the places from the third on with the length of the list. */
const PLACE = /\[(\d+)(?: % length\(\w+\))?\]/.source;
const ELEMENT = new RegExp(
  `^(?:cidr_blocks${PLACE}|entries${PLACE}(?:\\.cidr|\\["cidr"\\])|entries\\[\\*\\]\\.cidr${PLACE})$`,
);
/** An address in which nothing is a text, as symbols write texts in another way; in a module its type stands before it. */
const SYMBOL =
  /^\$\{(?:\w+\.(?=module\.))?(?<address>(?:[\w-]+(?:\[\d+\])?\.)*?(?<type>aws_\w+)\.[\w-]+(?:\[\d+\])?)\.(?<attribute>[^}]+)\}$/;
