import { DefaultNetworkAcl } from "@cdktf/provider-aws/lib/default-network-acl";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcDhcpOptions } from "@cdktf/provider-aws/lib/vpc-dhcp-options";
import { VpcDhcpOptionsAssociation } from "@cdktf/provider-aws/lib/vpc-dhcp-options-association";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { type App, type ITerraformDependable, TerraformOutput, TerraformStack } from "cdktf";
import { LegacyLookups } from "./legacy-lookups";

const EVERYTHING = { ruleNo: 100, action: "allow", protocol: "-1", cidrBlock: "0.0.0.0/0", fromPort: 0, toPort: 0 };
const HTTPS = [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["172.20.0.0/16"] }];

/** A VPC of another team, made without the library: two private subnets with one route table, four endpoints, and lookups of it all. */
export class LegacyStack extends TerraformStack {
  constructor(app: App, name: string, region: string) {
    super(app, name);
    new AwsProvider(this, "aws", { region });
    const vpc = new Vpc(this, "vpc", { cidrBlock: "172.20.0.0/16", enableDnsHostnames: true, tags: { Name: name } });
    const vpcId = vpc.id;
    const options = new VpcDhcpOptions(this, "options", { domainNameServers: ["AmazonProvidedDNS"] });
    const dependsOn: ITerraformDependable[] = [
      new VpcDhcpOptionsAssociation(this, "options-of-vpc", { vpcId, dhcpOptionsId: options.id }),
    ];
    const table = new RouteTable(this, "table", { vpcId });
    const subnets = ["a", "b"].map((zone, index) => {
      const cidrBlock = `172.20.${index + 1}.0/24`;
      const tags = { Name: `private-${zone}` };
      const subnet = new Subnet(this, zone, { vpcId, cidrBlock, availabilityZone: `${region}${zone}`, tags });
      dependsOn.push(new RouteTableAssociation(this, `table-${zone}`, { subnetId: subnet.id, routeTableId: table.id }));
      return subnet;
    });
    const subnetIds = subnets.map(({ id }) => id);
    new DefaultNetworkAcl(this, "acl", {
      defaultNetworkAclId: vpc.defaultNetworkAclId,
      subnetIds,
      ingress: [EVERYTHING],
      egress: [EVERYTHING],
    });
    const group = new SecurityGroup(this, "endpoints", { vpcId, name: "endpoints", ingress: HTTPS });
    const endpoints = ["ecr.api", "ecr.dkr", "logs"].map((service) => {
      return new VpcEndpoint(this, service.replace(".", "-"), {
        vpcId,
        serviceName: `com.amazonaws.${region}.${service}`,
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        subnetIds,
        securityGroupIds: [group.id],
      });
    });
    const s3 = new VpcEndpoint(this, "s3", {
      vpcId,
      serviceName: `com.amazonaws.${region}.s3`,
      vpcEndpointType: "Gateway",
      routeTableIds: [table.id],
    });
    new LegacyLookups(this, "lookups", {
      ...{ vpcId, subnetIds, groupId: group.id, dependsOn },
      endpointIds: [s3, ...endpoints].map(({ id }) => id),
    });
    const outputs = {
      vpc: vpcId,
      options: options.id,
      table: table.id,
      "main-table": vpc.mainRouteTableId,
      a: subnetIds[0],
      b: subnetIds[1],
      acl: vpc.defaultNetworkAclId,
      group: group.id,
      "default-group": vpc.defaultSecurityGroupId,
      s3: s3.id,
      "ecr-api": endpoints[0]?.id,
      "ecr-dkr": endpoints[1]?.id,
      logs: endpoints[2]?.id,
      "prefix-list": s3.prefixListId,
    };
    for (const [output, value] of Object.entries(outputs)) {
      new TerraformOutput(this, `out-${output}`, { value }).overrideLogicalId(output);
    }
  }
}
