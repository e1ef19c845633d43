import { knownValue } from "../model/fact";
import type { NetworkModel } from "../model/network-model";
import type { TerraformReading } from "../terraform/terraform-reading";
import { identityFact } from "./identities";
import { readEndpointServices, readLookups } from "./read-endpoint-services";
import { readEndpoints } from "./read-endpoints";
import { readFileSystems } from "./read-file-systems";
import { readIdleRoles } from "./read-idle-roles";
import { readKeys } from "./read-keys";
import { readMadeNames } from "./read-made-names";
import { readNames } from "./read-names";
import { readNetworkAcls } from "./read-network-acls";
import { readOpaque } from "./read-opaque";
import { readPrefixLists } from "./read-prefix-lists";
import { readRegionClues } from "./read-region-clues";
import { readResourcePolicies, readWithoutPolicy } from "./read-resource-policies";
import { readRouting } from "./read-route-tables";
import { readSaid } from "./read-said";
import { readSecurityGroups } from "./read-security-groups";
import { readServiceAddresses } from "./read-service-addresses";
import { readSubnets } from "./read-subnets";
import { readTasks } from "./read-tasks";
import { readVpcConnections } from "./read-vpc-connections";
import { readVpcs } from "./read-vpcs";

/** The network of what was read. */
export function readNetworkModel(reading: TerraformReading): NetworkModel {
  const { index, contradictions } = readSaid(reading);
  const tasks = readTasks(index);
  return {
    vpcs: readVpcs(index),
    subnets: readSubnets(index),
    ...readRouting(index),
    connections: readVpcConnections(index),
    prefixLists: readPrefixLists(index),
    serviceAddresses: readServiceAddresses(index),
    ...readEndpoints(index),
    ...readSecurityGroups(index),
    ...readNetworkAcls(index),
    ...readNames(index),
    namesNotRead: reading.namesNotRead,
    endpointServices: readEndpointServices(index),
    lookups: readLookups(index),
    ...readFileSystems(index),
    withoutPolicy: readWithoutPolicy(index),
    resourcePolicies: readResourcePolicies(index),
    ...readKeys(index),
    tasks,
    idleRoles: readIdleRoles(tasks, index),
    // Nobody knows who else is in a VPC that was looked up.
    otherClients: [...index.managed(...CLIENT_TYPES).map(({ address }) => address), ...reading.networks],
    opaqueModules: readOpaque(reading.modules, index),
    madeNames: readMadeNames(index),
    contradictions,
    regionClues: readRegionClues(index, reading.said),
    describedVpcs: new Set(reading.said.flatMap(({ vpcId }) => knownValue(identityFact(vpcId, index))?.text ?? [])),
  };
}

/** Types that call AWS services from within a VPC, apart from tasks. */
const CLIENT_TYPES = [
  "aws_instance",
  "aws_launch_template",
  "aws_autoscaling_group",
  "aws_lambda_function",
  "aws_eks_cluster",
  "aws_batch_compute_environment",
  "aws_emr_cluster",
  "aws_codebuild_project",
  "aws_sagemaker_notebook_instance",
] as const;
