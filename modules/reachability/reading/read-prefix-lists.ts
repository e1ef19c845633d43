import { shortName } from "../../aws/endpoint-services/service-name";
import { allKnown, eachFact, type Fact, known, knownValue, mapFact, unknown } from "../model/fact";
import type { PrefixList } from "../model/network-model";
import type { PrefixListReference } from "../model/prefix-list-reference";
import { elementsOfOpenList } from "../terraform/expressions/open-list";
import type { Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { blocksFact, cidrFact, listFact, memberOf, textFact } from "./facts";
import { identityFact, identityOf, referringTo } from "./identities";
import type { ResourceIndex } from "./resource-index";

/** The prefix lists that are created. */
export function readPrefixLists(index: ResourceIndex): readonly PrefixList[] {
  return index.managed("aws_ec2_managed_prefix_list").map((list) => {
    const own = referringTo(identityOf(list, index), "aws_ec2_managed_prefix_list_entry", "prefix_list_id", index);
    const [vague] = own.possible;
    const inline = eachFact(blocksFact(list.argument("entry")), (entry) => cidrFact(memberOf(entry, "cidr")));
    const added = allKnown(own.items.map((entry) => cidrFact(entry.argument("cidr"))));
    return {
      id: identityOf(list, index),
      address: list.address,
      cidrs:
        vague === undefined
          ? mapFact(allKnown([inline, added]), (parts) => parts.flat())
          : unknown(`whether ${vague.address} adds to ${list.address} is not known`),
    };
  });
}

/** What a rule or a route names as its prefix list: that of a service, or another one. */
export function prefixListFact(value: Value, index: ResourceIndex): Fact<PrefixListReference> {
  const named = value.kind === "reference" ? serviceOfReference(value.address, index) : serviceOfId(value, index);
  if (named?.known === true) {
    const service = shortName(named.value);
    if (service !== undefined) return known({ kind: "service", service });
  }
  return mapFact(identityFact(value, index), (id) => ({ kind: "list", id }));
}

/** The prefix list of a service of which a list has all blocks. @returns `undefined` for any other list */
export function listOfBlocks(value: Value, index: ResourceIndex): PrefixListReference | undefined {
  const list = elementsOfOpenList(value) === undefined ? undefined : knownValue(prefixListFact(value, index));
  return list?.kind === "service" ? list : undefined;
}

/** The name by which a data source looks up a list, which may stand in a filter. */
export function nameOfList(list: TerraformResource): Fact<string> {
  const name = textFact(list.argument("name"));
  const filters = name.known ? undefined : knownValue(blocksFact(list.argument("filter")));
  const filter = filters?.find((each) => knownValue(textFact(memberOf(each, "name"))) === "prefix-list-name");
  const values = filter && knownValue(listFact(memberOf(filter, "values")));
  const [only, ...others] = values ?? [];
  return only === undefined || others.length > 0 ? name : mapFact(textFact(only), withoutWildcard);
}

/** The Region's list of one service, where a filter has an asterisk for the Region: a data source finds one list or refuses. */
function withoutWildcard(name: string): string {
  return name.replace(/^(?:com\.amazonaws\.)?\*\.(?=[\w-]+$)/, () => "com.amazonaws.${region}.");
}

/** The name of the service to whose endpoint, or to whose list, a reference leads. */
function serviceOfReference(address: string, index: ResourceIndex): Fact<string> | undefined {
  const resource = index.at(address);
  const ofEndpoint = endpointNamed(address, index);
  if (ofEndpoint !== undefined) return ofEndpoint;
  if (resource?.mode !== "data") return undefined;
  if (resource.type === "aws_prefix_list" || resource.type === "aws_ec2_managed_prefix_list") {
    const by = [resource.argument("prefix_list_id"), resource.argument("id")].find((id) => id.kind === "reference");
    const named = by?.kind === "reference" && by.address !== address ? endpointNamed(by.address, index) : undefined;
    return named ?? nameOfList(resource);
  }
  return undefined;
}

/** The name of the service of an endpoint, to whose list its data source may lead as well. */
function endpointNamed(address: string, index: ResourceIndex): Fact<string> | undefined {
  const endpoint = index.at(address);
  return endpoint?.type === "aws_vpc_endpoint" ? textFact(endpoint.argument("service_name")) : undefined;
}

/** In a plan the id may be known, and with it the data source or the endpoint that has it. */
function serviceOfId(value: Value, index: ResourceIndex): Fact<string> | undefined {
  if (value.kind !== "literal") return undefined;
  const hasId = (attribute: Value) => attribute.kind === "literal" && attribute.value === value.value;
  const list = index
    .data("aws_prefix_list", "aws_ec2_managed_prefix_list")
    .find((each) => hasId(each.argument("id")) || hasId(each.argument("prefix_list_id")));
  if (list !== undefined) return nameOfList(list);
  const endpoint = [...index.managed("aws_vpc_endpoint"), ...index.data("aws_vpc_endpoint")].find((each) =>
    hasId(each.argument("prefix_list_id")),
  );
  return endpoint && textFact(endpoint.argument("service_name"));
}
