import { cidrOverlaps } from "./cidr-overlaps";
import type { ConflictRule } from "./conflict-rule";
import { endpointPolicyErrors } from "./endpoint-policy-errors";
import { endpointRefused } from "./endpoint-refused";
import { endpointServiceConnections } from "./endpoint-service-connections";
import { endpointServiceRegion } from "./endpoint-service-region";
import { endpointType } from "./endpoint-type";
import { gatewayEndpointUnrouted } from "./gateway-endpoint-unrouted";
import { inboundResolverWithoutGateway } from "./inbound-resolver-without-gateway";
import { interfaceForGateway } from "./interface-for-gateway";
import { logGroupKey } from "./log-group-key";
import { nameMadeTwice } from "./name-made-twice";
import { networkContradicted } from "./network-contradicted";
import { networkRegion } from "./network-region";
import { otherVpc } from "./other-vpc";
import { privateDnsConflict } from "./private-dns-conflict";
import { quotas } from "./quotas";
import { ruleQuotas } from "./rule-quotas";
import { rulesInTwoPlaces } from "./rules-in-two-places";
import { serviceConnectClosed } from "./service-connect-closed";
import { taskNetworkLimits } from "./task-network-limits";
import {
  connectionsCut,
  endpointOutsideTaskZone,
  executeApiHidesPublicApis,
  oldPlatformVersion,
  oneZoneOnly,
  unusedEndpoint,
} from "./warnings";

/** Every kind of conflict that is looked for, errors before warnings. */
export const CONFLICT_RULES: readonly ConflictRule[] = [
  networkRegion,
  privateDnsConflict,
  endpointRefused,
  endpointType,
  endpointServiceRegion,
  inboundResolverWithoutGateway,
  endpointPolicyErrors,
  otherVpc,
  networkContradicted,
  nameMadeTwice,
  logGroupKey,
  taskNetworkLimits,
  serviceConnectClosed,
  cidrOverlaps,
  endpointServiceConnections,
  quotas,
  ruleQuotas,
  rulesInTwoPlaces,
  oneZoneOnly,
  endpointOutsideTaskZone,
  oldPlatformVersion,
  gatewayEndpointUnrouted,
  unusedEndpoint,
  interfaceForGateway,
  executeApiHidesPublicApis,
  connectionsCut,
];
