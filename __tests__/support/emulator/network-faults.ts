import {
  AssociateDhcpOptionsCommand,
  AuthorizeSecurityGroupIngressCommand,
  CreateDhcpOptionsCommand,
  CreateNetworkAclEntryCommand,
  DeleteNetworkAclEntryCommand,
  DeleteVpcEndpointsCommand,
  DescribeRouteTablesCommand,
  DisassociateRouteTableCommand,
  type EC2Client,
  ModifyVpcAttributeCommand,
  ModifyVpcEndpointCommand,
  ReplaceRouteTableAssociationCommand,
  RevokeSecurityGroupIngressCommand,
} from "@aws-sdk/client-ec2";

/** Ids of what the stack of a legacy VPC has made, by what it calls them. */
export type LegacyIds = Readonly<Record<string, string>>;

/** A fault in the account. */
export interface NetworkFault {
  readonly name: string;
  /** Whether data sources show it. @default false */
  readonly isLookedUp?: boolean;
  /** Why the state that Terraform refreshes does not show it. @default - it does */
  readonly hiddenInState?: string;
  inject(ec2: EC2Client, ids: LegacyIds): Promise<unknown>;
  /** @default - an apply, since what it takes away comes back with another id */
  mend?(ec2: EC2Client, ids: LegacyIds): Promise<unknown>;
  /** Takes away what is in the way of the apply. @default - nothing is */
  clear?(ec2: EC2Client, ids: LegacyIds): Promise<unknown>;
}

const rule = (port: number, CidrIp: string, IpProtocol = "tcp") => ({
  IpPermissions: [{ IpProtocol, FromPort: port, ToPort: port, IpRanges: [{ CidrIp }] }],
});
const RIGHT = rule(443, "172.20.0.0/16");

/** The rule of the endpoints' group with another one in its place, or none. */
function groupRule(name: string, other?: ReturnType<typeof rule>): NetworkFault {
  return {
    name,
    async inject(ec2, { group: GroupId }) {
      await ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, ...RIGHT }));
      if (other !== undefined) await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, ...other }));
    },
    async mend(ec2, { group: GroupId }) {
      if (other !== undefined) await ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, ...other }));
      await ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, ...RIGHT }));
    },
  };
}

function denied(name: string, Egress: boolean, From: number, To: number): NetworkFault {
  const entry = { RuleNumber: 50, Egress };
  return {
    name,
    inject: (ec2, { acl: NetworkAclId }) =>
      ec2.send(
        new CreateNetworkAclEntryCommand({
          NetworkAclId,
          ...entry,
          RuleAction: "deny",
          Protocol: "6",
          PortRange: { From, To },
          CidrBlock: "0.0.0.0/0",
        }),
      ),
    mend: (ec2, { acl: NetworkAclId }) => ec2.send(new DeleteNetworkAclEntryCommand({ NetworkAclId, ...entry })),
  };
}

function dnsOff(name: string, attribute: "EnableDnsSupport" | "EnableDnsHostnames"): NetworkFault {
  const set = (Value: boolean) => (ec2: EC2Client, ids: LegacyIds) =>
    ec2.send(new ModifyVpcAttributeCommand({ VpcId: ids["vpc"], [attribute]: { Value } }));
  return { name, isLookedUp: true, inject: set(false), mend: set(true) };
}

function policy(name: string, endpoint: string): NetworkFault {
  const set = (Effect: string) => (ec2: EC2Client, ids: LegacyIds) => {
    const Statement = [{ Effect, Principal: "*", Action: "*", Resource: "*" }];
    return ec2.send(
      new ModifyVpcEndpointCommand({
        VpcEndpointId: ids[endpoint],
        PolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement }),
      }),
    );
  };
  return { name, isLookedUp: true, inject: set("Deny"), mend: set("Allow") };
}

function gone(name: string, endpoint: string): NetworkFault {
  return {
    name,
    inject: (ec2, ids) => ec2.send(new DeleteVpcEndpointsCommand({ VpcEndpointIds: [String(ids[endpoint])] })),
  };
}

/** An endpoint with one part in place of another. */
function modified(
  name: string,
  endpoint: string,
  part: "SecurityGroupIds" | "SubnetIds" | "RouteTableIds",
  taken: string,
  given?: string,
): NetworkFault {
  const change = (remove: string | undefined, add: string | undefined) => (ec2: EC2Client, ids: LegacyIds) =>
    ec2.send(
      new ModifyVpcEndpointCommand({
        VpcEndpointId: ids[endpoint],
        ...(remove === undefined ? {} : { [`Remove${part}`]: [ids[remove]] }),
        ...(add === undefined ? {} : { [`Add${part}`]: [ids[add]] }),
      }),
    );
  return { name, isLookedUp: true, inject: change(taken, given), mend: change(given, taken) };
}

const OTHER_SERVERS: NetworkFault = {
  name: "another DNS server is asked",
  hiddenInState:
    "the provider looks for the association that it has made, finds another one in its place, and forgets it",
  async inject(ec2, { vpc }) {
    const made = await ec2.send(
      new CreateDhcpOptionsCommand({ DhcpConfigurations: [{ Key: "domain-name-servers", Values: ["10.1.2.3"] }] }),
    );
    await ec2.send(new AssociateDhcpOptionsCommand({ VpcId: vpc, DhcpOptionsId: made.DhcpOptions?.DhcpOptionsId }));
  },
  mend: (ec2, { vpc, options }) => ec2.send(new AssociateDhcpOptionsCommand({ VpcId: vpc, DhcpOptionsId: options })),
};

const OTHER_TABLE: NetworkFault = {
  name: "a subnet has the main route table",
  isLookedUp: true,
  async inject(ec2, ids) {
    const AssociationId = await associationOfB(ec2, ids, "table");
    await ec2.send(new ReplaceRouteTableAssociationCommand({ AssociationId, RouteTableId: ids["main-table"] }));
  },
  async clear(ec2, ids) {
    const AssociationId = await associationOfB(ec2, ids, "main-table");
    await ec2.send(new DisassociateRouteTableCommand({ AssociationId }));
  },
};

async function associationOfB(ec2: EC2Client, ids: LegacyIds, table: string): Promise<string | undefined> {
  const { RouteTables = [] } = await ec2.send(new DescribeRouteTablesCommand({ RouteTableIds: [String(ids[table])] }));
  return RouteTables[0]?.Associations?.find(({ SubnetId }) => SubnetId === ids["b"])?.RouteTableAssociationId;
}

export const NETWORK_FAULTS: readonly NetworkFault[] = [
  dnsOff("DNS support is off", "EnableDnsSupport"),
  dnsOff("DNS host names are off", "EnableDnsHostnames"),
  groupRule("the rule of the endpoints' group is revoked"),
  groupRule("the rule admits another block", rule(443, "10.0.0.0/8")),
  groupRule("the rule admits one of the subnets", rule(443, "172.20.1.0/24")),
  groupRule("the rule is for another port", rule(80, "172.20.0.0/16")),
  groupRule("the rule is for UDP", rule(443, "172.20.0.0/16", "udp")),
  denied("the network ACL denies what comes in", false, 443, 443),
  denied("the network ACL denies the answers", false, 1024, 65535),
  denied("the network ACL denies what goes out", true, 443, 443),
  denied("the network ACL denies answers of the endpoints", true, 1024, 65535),
  policy("the policy of an interface endpoint denies", "logs"),
  policy("the policy of the gateway endpoint denies", "s3"),
  modified("the gateway endpoint is in no route table", "s3", "RouteTableIds", "table"),
  modified("an endpoint has the default group", "logs", "SecurityGroupIds", "group", "default-group"),
  OTHER_SERVERS,
  gone("the endpoint of logs is gone", "logs"),
  gone("the endpoint of ecr.api is gone", "ecr-api"),
  OTHER_TABLE,
  gone("the gateway endpoint is gone", "s3"),
  gone("the endpoint of ecr.dkr is gone", "ecr-dkr"),
];
