import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import type { ProofJson } from "../../modules/reachability/report/proof-as-json";
import { record } from "../modules/cli/recorded-terminal";
import { temporaryDirectory } from "../support/temporary-directory";
import { writeNetwork } from "./write-network";

// The first file of HCL loads the parser.
vi.setConfig({ testTimeout: 60_000 });

/** What `check` says of a network that works, with one text of it changed: the codes of errors, and where they are. */
async function faultsOf(words: string, text: string, instead: string) {
  const folder = temporaryDirectory();
  writeNetwork(words, folder);
  const path = join(folder, "networks.tf");
  const network = readFileSync(path, "utf8");
  expect(network.split(text)).toHaveLength(2);
  writeFileSync(path, network.replace(text, instead));
  const { exitCode, answer } = await record(["check", folder, "--format", "json"]);
  const { tasks }: ProofJson = JSON.parse(answer);
  const issues = tasks.flatMap(({ dependencies }) => dependencies.flatMap(({ issue }) => issue ?? []));
  return { exitCode, issues: [...new Set(issues.map(({ code, path: at = "" }) => `${code} ${at}`))] };
}

const ONE = "egress-vpc open-egress nothing plain";
const PER_ZONE = "egress-vpc-per-zone open-egress nothing plain";

it.each([
  [
    "the transit gateway has no default route",
    ONE,
    'destination_cidr_block         = "0.0.0.0/0"',
    'destination_cidr_block         = "172.16.0.0/12"',
    "aws_ec2_transit_gateway.company.association_default_route_table_id",
  ],
  [
    "the spoke is attached in one zone of two",
    ONE,
    "subnet_ids         = aws_subnet.spoke[*].id",
    "subnet_ids         = [aws_subnet.spoke[0].id]",
    "aws_ec2_transit_gateway_vpc_attachment.spoke",
  ],
  [
    "the NAT gateway is in the subnet of the attachment",
    ONE,
    "subnet_id     = aws_subnet.nat.id\n  depends_on",
    "subnet_id     = aws_subnet.attached.id\n  depends_on",
    "aws_nat_gateway.nat",
  ],
  [
    "the subnet of the attachment has no route on",
    ONE,
    "subnet_id      = aws_subnet.attached.id\n  route_table_id = aws_route_table.attached.id",
    "subnet_id      = aws_subnet.attached.id\n  route_table_id = aws_vpc.egress.main_route_table_id",
    "aws_vpc.egress.default_route_table_id",
  ],
  ["the way back is that of other spokes", ONE, '"10.0.0.0/8"', '"10.128.0.0/9"', "aws_route_table.nat"],
  [
    "nothing propagates to the route table of the egress VPC",
    PER_ZONE,
    'transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.side["egress"].id\n}\nresource "aws_ec2_transit_gateway_route" "out"',
    'transit_gateway_route_table_id = aws_ec2_transit_gateway_route_table.side["spokes"].id\n}\nresource "aws_ec2_transit_gateway_route" "out"',
    'aws_ec2_transit_gateway_route_table.side["egress"]',
  ],
  [
    "the default route is a blackhole",
    PER_ZONE,
    'destination_cidr_block         = "0.0.0.0/0"\n  transit_gateway_attachment_id  = aws_ec2_transit_gateway_vpc_attachment.egress.id',
    'destination_cidr_block         = "0.0.0.0/0"\n  blackhole                      = true',
    "aws_ec2_transit_gateway_route.out",
  ],
  [
    "one zone of the egress VPC has no route on",
    PER_ZONE,
    "count                  = 3\n  route_table_id",
    "count                  = 2\n  route_table_id",
    "aws_route_table.link_egress[2]",
  ],
  [
    "the NAT gateways are private",
    PER_ZONE,
    "allocation_id = aws_eip.nat[count.index].id",
    'connectivity_type = "private"',
    "aws_nat_gateway.zone[0]",
  ],
])("a network is broken where %s", async (_, words, text, instead, path) => {
  const { exitCode, issues } = await faultsOf(words, text, instead);
  expect(issues).toContain(`way-out-broken ${path}`);
  expect(exitCode).toBe(1);
});
