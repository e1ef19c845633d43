import { isAbsent, literal, type Value } from "../expressions/value";
import type { TerraformResource } from "../resources/terraform-resource";
import { endpointFacts } from "./endpoint-facts";
import { type SaidFact, type SaidThing, saidAddress, saidItems, saidMember, saidName } from "./said-fact";
import { nameless, type Told, told } from "./told";

/** What the comment of a resource says of a VPC that exists, fact by fact. What is not in it, is not said. */
export function networkFacts(network: Value, by: TerraformResource): readonly SaidFact[] {
  const vpcId = saidMember(network, "vpcId");
  if (isAbsent(vpcId)) return [];
  const common = { network: saidName(saidMember(network, "name")), by, vpcId, region: saidMember(network, "region") };
  const facts = [
    ...vpcFacts(network, vpcId),
    ...saidItems(network, "subnets").flatMap((subnet) => [...subnetFacts(subnet, vpcId)]),
    ...aclFacts(network, vpcId),
    ...saidItems(network, "endpoints").flatMap((endpoint) => [...endpointFacts(endpoint, common)]),
  ];
  return facts.map((fact) => ({ ...common, ...fact }));
}

function* vpcFacts(network: Value, id: Value): Generator<Told> {
  const vpc: SaidThing = { mode: "data", type: "aws_vpc", address: saidAddress(id), id };
  const name = saidName(id);
  const block = saidMember(network, "cidrBlock");
  yield told(`${name} has the block ${saidName(block)}`, vpc, { cidr_block: block });
  for (const [member, argument] of [
    ["enableDnsSupport", "enable_dns_support"],
    ["enableDnsHostnames", "enable_dns_hostnames"],
  ] as const) {
    const value = saidMember(network, member);
    if (isAbsent(value)) continue;
    const isOff = value.kind === "literal" && value.value === false;
    yield told(`${name} has ${argument} ${isOff ? "off" : "on"}`, vpc, { [argument]: value });
  }
  const servers = saidMember(network, "domainNameServers");
  if (isAbsent(servers)) return;
  const options = nameless("aws_vpc_dhcp_options", `${name}.dhcp_options`);
  const association = nameless("aws_vpc_dhcp_options_association", `${name}.dhcp_options_association`);
  const names = saidItems(network, "domainNameServers").map(saidName).join(", ");
  yield {
    text: `the DHCP options of ${name} name ${names}`,
    parts: [
      { thing: options, arguments: { domain_name_servers: servers } },
      { thing: association, arguments: { vpc_id: id, dhcp_options_id: options.id } },
    ],
  };
}

function* subnetFacts(subnet: Value, vpcId: Value): Generator<Told> {
  const id = saidMember(subnet, "id");
  if (isAbsent(id)) return;
  const thing: SaidThing = { mode: "data", type: "aws_subnet", address: saidAddress(id), id };
  const name = saidName(id);
  const [zone, block, ipv6, table] = [
    saidMember(subnet, "availabilityZone"),
    saidMember(subnet, "cidrBlock"),
    saidMember(subnet, "ipv6CidrBlock"),
    saidMember(subnet, "routeTableId"),
  ];
  yield told(`${name} is in ${saidName(vpcId)}`, thing, { vpc_id: vpcId });
  yield told(`${name} is in ${saidName(zone)}`, thing, { availability_zone: zone });
  yield told(`${name} has the block ${saidName(block)}`, thing, { cidr_block: block });
  yield told(`${name} has ${isAbsent(ipv6) ? "no IPv6 block" : `the IPv6 block ${saidName(ipv6)}`}`, thing, {
    ipv6_cidr_block: ipv6,
  });
  const [tableId, tableName] = isAbsent(table)
    ? [mainRouteTable(vpcId), `the main route table of ${saidName(vpcId)}`]
    : [table, `the route table ${saidName(table)}`];
  const association = nameless("aws_route_table_association", `${name}.route_table`);
  yield told(`${name} has ${tableName}`, association, { subnet_id: id, route_table_id: tableId });
  const wayOut = saidMember(subnet, "wayOut");
  if (isAbsent(wayOut)) return;
  yield told(
    `${tableName} leads 0.0.0.0/0 to ${saidName(wayOut)}`,
    nameless("aws_route", `${tableName.slice(4)}.way_out`),
    {
      route_table_id: tableId,
      destination_cidr_block: literal("0.0.0.0/0"),
      way_out: wayOut,
    },
  );
}

function* aclFacts(network: Value, vpcId: Value): Generator<Told> {
  if (saidName(saidMember(network, "networkAcls")) !== "allow-all") return;
  const subnets = saidItems(network, "subnets").map((subnet) => saidMember(subnet, "id"));
  const rule = (number: string, action: string): Value => {
    const members = { [number]: literal(100), [action]: literal("allow"), protocol: literal("-1") };
    const ports = { from_port: literal(0), to_port: literal(0), cidr_block: literal("0.0.0.0/0") };
    return { kind: "object", members: { ...members, ...ports } };
  };
  const blocks: Value = { kind: "list", items: [rule("rule_no", "action")] };
  yield told(
    `the network ACLs of ${subnets.map(saidName).join(", ")} let everything pass`,
    nameless("aws_network_acl", `${saidName(vpcId)}.network_acls`),
    { vpc_id: vpcId, subnet_ids: { kind: "list", items: subnets }, ingress: blocks, egress: blocks },
  );
}

/** The main route table of a VPC, as another argument refers to it. */
function mainRouteTable(vpcId: Value): Value {
  const attribute = "main_route_table_id";
  if (vpcId.kind === "reference" && vpcId.attribute === "id") return { ...vpcId, attribute };
  return { kind: "reference", address: saidName(vpcId), type: "aws_vpc", attribute };
}
