import type { PartKind, Tier } from "../topology/topology";

/** What each kind of thing is called in the picture. */
export const KIND_NAMES: Readonly<Record<PartKind, string>> = {
  task: "Fargate task",
  instance: "EC2 instance",
  "interface-endpoint": "Interface endpoint",
  "gateway-endpoint": "Gateway endpoint",
  "mount-target": "Mount target",
  "load-balancer": "Load balancer",
  "nat-gateway": "NAT gateway",
  "internet-gateway": "Internet gateway",
  "transit-gateway": "Transit gateway",
  peering: "VPC peering",
  "endpoint-service": "Endpoint service",
  service: "AWS service",
  host: "Host",
};

/** What each tier of subnets is called, and what leads out of it. */
export const TIER_NAMES: Readonly<Record<Tier, { readonly name: string; readonly wayOut: string }>> = {
  public: { name: "Public", wayOut: "to the internet" },
  private: { name: "Private", wayOut: "by a gateway" },
  isolated: { name: "Isolated", wayOut: "no way out" },
  unknown: { name: "Unknown", wayOut: "routes not seen" },
};
