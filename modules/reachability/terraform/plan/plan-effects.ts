import { isObject } from "../../../values/is-object";
import { ownMember } from "../../../values/own-member";
import { objectAt, objectsAt, type TerraformJson, textAt } from "../expressions/terraform-json";

/** Resources that add to the blocks of another one, by the argument that names it. */
const ADD_TO: Readonly<Record<string, readonly [type: string, argument: string]>> = {
  aws_ec2_managed_prefix_list_entry: ["aws_ec2_managed_prefix_list", "prefix_list_id"],
  aws_network_acl_rule: ["aws_network_acl", "network_acl_id"],
  aws_route: ["aws_route_table", "route_table_id"],
  aws_security_group_rule: ["aws_security_group", "security_group_id"],
  aws_vpc_security_group_egress_rule: ["aws_security_group", "security_group_id"],
  aws_vpc_security_group_ingress_rule: ["aws_security_group", "security_group_id"],
};

/** Tells whether resources of their own add to the blocks of a resource of a type with an id, or have done so. */
export function additions(json: TerraformJson): (type: string, id: string) => boolean {
  const added = new Set(
    objectsAt(json, "resource_changes").flatMap((entry) => {
      const addsTo = ownMember(ADD_TO, textAt(entry, "type") ?? "");
      if (addsTo === undefined) return [];
      const [type, argument] = addsTo;
      const { before, after } = objectAt(entry, "change");
      return [before, after].flatMap((state) => (isObject(state) ? [`${type} ${state[argument]}`] : []));
    }),
  );
  return (type, id) => added.has(`${type.replace("_default", "")} ${id}`);
}

/** Tells whether anything in a plan depends on an attribute. A plan that does not say so may depend on any. */
export function relevance(json: TerraformJson): (address: string, attribute: string) => boolean {
  if (!Array.isArray(json["relevant_attributes"])) return () => true;
  const relevant = new Set(
    objectsAt(json, "relevant_attributes").map((each) => {
      const [first] = Array.isArray(each["attribute"]) ? each["attribute"] : [];
      return `${withoutIndexes(textAt(each, "resource") ?? "")} ${first ?? ""}`;
    }),
  );
  return (address, attribute) => {
    const name = withoutIndexes(address);
    // Without an attribute it is the resource as a whole, of which anything may be taken.
    return ["", attribute].some((each) => relevant.has(`${name} ${each}`));
  };
}

function withoutIndexes(address: string): string {
  return address.replaceAll(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, "");
}
