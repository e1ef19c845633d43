import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { NetworkSnapshot } from "../../../modules/snapshot/network-snapshot";
import { readNetworkSnapshot } from "../../../modules/snapshot/read-network-snapshot";

const samples = resolve(__dirname, "../../../docs/samples");

export const PRIVATE_TABLE = "rtb-0a000000000000010";
export const PRIVATE_A = "subnet-0a000000000000010";
export const PRIVATE_B = "subnet-0b000000000000020";
export const ENDPOINT_GROUP = "sg-0e000000000000010";
export const HTTPS_RULE = "sgr-0a000000000000010";
export const ACL = "acl-0a000000000000010";

/** Ids of the endpoints by the short names of their services. */
export const ENDPOINT_IDS = {
  s3: "vpce-0a000000000000001",
  "ecr.api": "vpce-0a000000000000002",
  "ecr.dkr": "vpce-0a000000000000003",
  logs: "vpce-0a000000000000004",
} as const;

/** The sample of the pages: two private subnets, four endpoints, and a public subnet with a NAT gateway. */
export function legacyNetwork(): NetworkSnapshot {
  return readNetworkSnapshot(json("network.json"));
}

/** A service that plain Terraform puts into the private subnets. */
export function serviceByIds(): Readonly<Record<string, unknown>> & { readonly resource: Resources } {
  return json("service.tf.json");
}

type Resources = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;

function json(sample: string) {
  return JSON.parse(readFileSync(resolve(samples, sample), "utf8"));
}

/** The network with other things of a section. */
export function changed<Section extends "subnets" | "routeTables" | "networkAcls" | "securityGroups" | "endpoints">(
  network: NetworkSnapshot,
  section: Section,
  id: string,
  change: Partial<NetworkSnapshot[Section][number]>,
): NetworkSnapshot {
  return {
    ...network,
    [section]: network[section].map((each) => (each.id === id ? { ...each, ...change } : each)),
  };
}
