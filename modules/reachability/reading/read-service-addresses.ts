import type { Cidr } from "../../addressing/cidr";
import { eachFact, type Fact } from "../model/fact";
import type { NetworkModel } from "../model/network-model";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { blocksFact, cidrFact, listFact, memberOf } from "./facts";
import { nameOfList } from "./read-prefix-lists";
import type { ResourceIndex } from "./resource-index";

/** The prefix lists of services that have been looked up, as a plan and a state have them. */
export function readServiceAddresses(index: ResourceIndex): NetworkModel["serviceAddresses"] {
  const lists = index.data("aws_prefix_list").map((list) => entry(list, blocksOf(list)));
  const managed = index.data("aws_ec2_managed_prefix_list").map((list) => entry(list, entriesOf(list)));
  // Where something is looked up twice the first counts.
  return new Map([...lists, ...managed].reverse().flat());
}

function entry(list: TerraformResource, addresses: Fact<readonly Cidr[]>): (readonly [string, readonly Cidr[]])[] {
  const name = nameOfList(list);
  const isFound = name.known && addresses.known && addresses.value.length > 0;
  return isFound ? [[name.value, addresses.value]] : [];
}

function blocksOf(list: TerraformResource): Fact<readonly Cidr[]> {
  return eachFact(listFact(list.argument("cidr_blocks")), cidrFact);
}

function entriesOf(list: TerraformResource): Fact<readonly Cidr[]> {
  return eachFact(blocksFact(list.argument("entries")), (each) => cidrFact(memberOf(each, "cidr")));
}
