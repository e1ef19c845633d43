import { DataAwsRouteTable } from "@cdktf/provider-aws/lib/data-aws-route-table";
import { DataAwsSubnet } from "@cdktf/provider-aws/lib/data-aws-subnet";
import { DataAwsVpc } from "@cdktf/provider-aws/lib/data-aws-vpc";
import { DataAwsVpcDhcpOptions } from "@cdktf/provider-aws/lib/data-aws-vpc-dhcp-options";
import { DataAwsVpcEndpoint } from "@cdktf/provider-aws/lib/data-aws-vpc-endpoint";
import { DataAwsVpcSecurityGroupRule } from "@cdktf/provider-aws/lib/data-aws-vpc-security-group-rule";
import { DataAwsVpcSecurityGroupRules } from "@cdktf/provider-aws/lib/data-aws-vpc-security-group-rules";
import { conditional, Fn, type ITerraformDependable, TerraformIterator, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import { isJsonObject, type JsonObject } from "../../../scripts/emulator/json";

/** Ids of what is looked up. */
export interface LegacyLookupsProps {
  readonly vpcId: string;
  readonly subnetIds: readonly string[];
  readonly groupId: string;
  readonly endpointIds: readonly string[];
  /** What must be there before anything is looked up. */
  readonly dependsOn: ITerraformDependable[];
}

/** The variable that says that everything to look up is there. */
export const IS_THERE = "is_there";

/** Everything that data sources tell of a VPC. */
export class LegacyLookups extends Construct {
  constructor(scope: Construct, id: string, { vpcId, subnetIds, groupId, endpointIds, dependsOn }: LegacyLookupsProps) {
    super(scope, id);
    const vpc = new DataAwsVpc(this, "vpc", { id: vpcId, dependsOn });
    new DataAwsVpcDhcpOptions(this, "options", { dhcpOptionsId: vpc.dhcpOptionsId });
    subnetIds.forEach((subnetId, index) => {
      new DataAwsSubnet(this, `subnet-${index}`, { id: subnetId });
      new DataAwsRouteTable(this, `table-${index}`, { subnetId, dependsOn });
    });
    endpointIds.forEach((endpointId, index) => {
      new DataAwsVpcEndpoint(this, `endpoint-${index}`, { id: endpointId });
    });
    const rules = new DataAwsVpcSecurityGroupRules(this, "rules", {
      filter: [{ name: "group-id", values: [groupId] }],
    });
    // How many rules there are is known once the security group is there.
    const isThere = new TerraformVariable(this, "is-there", { type: "bool", default: false });
    isThere.overrideLogicalId(IS_THERE);
    const each = TerraformIterator.fromList(conditional(isThere.booleanValue, Fn.coalesce([rules.ids, []]), []));
    new DataAwsVpcSecurityGroupRule(this, "rule", { forEach: each, securityGroupRuleId: each.value });
  }
}

/** The resources of one mode of a state. */
export function stateOf(mode: "managed" | "data", state: JsonObject): JsonObject {
  const { values } = state;
  const root = isJsonObject(values) ? values["root_module"] : undefined;
  if (!isJsonObject(root)) throw new Error("the state has no root module");
  return { ...state, values: { root_module: { resources: ofMode(mode, root["resources"]) } } };
}

/** A plan as it is where nothing is managed and everything looked up. */
export function planOfLookups(plan: JsonObject): JsonObject {
  const { configuration, prior_state, resource_changes: _, planned_values: __, ...others } = plan;
  const root = isJsonObject(configuration) ? configuration["root_module"] : undefined;
  if (!isJsonObject(configuration) || !isJsonObject(root) || !isJsonObject(prior_state)) throw new Error("no plan");
  return {
    ...others,
    configuration: { ...configuration, root_module: { resources: ofMode("data", root["resources"]) } },
    prior_state: stateOf("data", prior_state),
    planned_values: { root_module: {} },
    resource_changes: [],
  };
}

function ofMode(mode: string, resources: unknown): JsonObject[] {
  if (!Array.isArray(resources)) throw new Error("there are no resources");
  return resources.filter(isJsonObject).filter((resource) => resource["mode"] === mode);
}
