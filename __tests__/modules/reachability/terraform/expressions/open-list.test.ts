import { describe, expect, it } from "vitest";
import {
  elementOfSymbol,
  elementsOfLength,
  elementsOfOpenList,
  lengthOfOpenList,
  MOST_ELEMENTS_OF_AN_OPEN_LIST,
  openListElement,
} from "../../../../../modules/reachability/terraform/expressions/open-list";
import { symbolicText } from "../../../../../modules/reachability/terraform/expressions/symbolic-text";
import { literal, type ReferenceValue } from "../../../../../modules/reachability/terraform/expressions/value";

function reference(type: string, attribute: string): ReferenceValue {
  return { kind: "reference", address: `data.${type}.s3`, type, attribute };
}

describe("a list of which only Terraform knows how long it is", () => {
  it.each([
    ["aws_prefix_list", "cidr_blocks", "cidr_blocks[7]"],
    ["aws_vpc_endpoint", "cidr_blocks", "cidr_blocks[7]"],
    ["aws_ec2_managed_prefix_list", "entries[*].cidr", "entries[7].cidr"],
  ])("has an element for each block that there can be: %s.%s", (type, attribute, eighth) => {
    const elements = elementsOfOpenList(reference(type, attribute)) ?? [];
    expect(elements).toHaveLength(MOST_ELEMENTS_OF_AN_OPEN_LIST);
    expect(elements[7]?.attribute).toBe(eighth);
    expect(elements.map((each) => openListElement(each)?.index)).toEqual(elements.map((_, index) => index));
  });

  it("is known by its length", () => {
    const list = reference("aws_prefix_list", "cidr_blocks");
    const length = lengthOfOpenList(list);
    expect(length && elementsOfLength(length)).toEqual(elementsOfOpenList(list));
    expect(elementsOfLength(list)).toBeUndefined();
    expect(elementsOfLength(literal(4))).toBeUndefined();
  });

  it.each(["cidr_blocks[2]", "cidr_blocks[2 % length(cidr_blocks)]"])("has the element %s", (attribute) => {
    expect(openListElement(reference("aws_prefix_list", attribute))).toEqual({
      address: "data.aws_prefix_list.s3",
      index: 2,
    });
  });

  it("has elements that are known by their names, as the keys of a map are", () => {
    const list = { ...reference("aws_prefix_list", "cidr_blocks"), address: "module.a[0].data.aws_prefix_list.s3" };
    for (const element of elementsOfOpenList(list) ?? []) {
      expect(elementOfSymbol(symbolicText(element))).toEqual(element);
    }
    expect(elementOfSymbol("${data.aws_prefix_list.s3['a'].cidr_blocks[0]}")).toBeUndefined();
    expect(elementOfSymbol("10.0.0.0/16")).toBeUndefined();
  });

  it("is no attribute of anything else, and no entry with what else it has", () => {
    expect(elementsOfOpenList(reference("aws_vpc", "cidr_blocks"))).toBeUndefined();
    expect(elementsOfOpenList(reference("constructor", "name"))).toBeUndefined();
    expect(elementsOfOpenList(reference("aws_prefix_list", "toString"))).toBeUndefined();
    expect(openListElement(reference("aws_ec2_managed_prefix_list", "entries[0].description"))).toBeUndefined();
    expect(openListElement(reference("aws_vpc", "cidr_blocks[0]"))).toBeUndefined();
  });
});
