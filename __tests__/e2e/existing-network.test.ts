import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { RouteTable } from "@cdktf/provider-aws/lib/route-table";
import { RouteTableAssociation } from "@cdktf/provider-aws/lib/route-table-association";
import { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Subnet } from "@cdktf/provider-aws/lib/subnet";
import { Vpc } from "@cdktf/provider-aws/lib/vpc";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { type App, TerraformOutput, TerraformStack } from "cdktf";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ExistingNetwork, type ExistingNetworkProps, FargateService, Peer, proveReachability } from "../../modules";
import { isObject } from "../../modules/values/is-object";
import { describeE2e } from "../support/emulator/e2e-tools";
import { EmulatedAccount } from "../support/emulator/emulated-account";
import { ordersTask } from "../support/orders";

const REGION = "eu-west-1";
const SERVICES = ["ecr.api", "ecr.dkr", "logs"] as const;

/** What is wrong with a VPC. */
interface Faults {
  readonly dnsHostnames?: boolean;
  readonly privateDns?: boolean;
  readonly gatewayRoute?: boolean;
}

/** A VPC that somebody else has made, with what a task needs. */
class LegacyStack extends TerraformStack {
  constructor(app: App, name: string, { dnsHostnames = true, privateDns = true, gatewayRoute = true }: Faults = {}) {
    super(app, name);
    new AwsProvider(this, "aws", { region: REGION });
    const tags = { Name: name };
    const vpc = new Vpc(this, "vpc", { cidrBlock: "172.20.0.0/16", enableDnsHostnames: dnsHostnames, tags });
    const vpcId = vpc.id;
    const subnet = new Subnet(this, "subnet", {
      vpcId,
      cidrBlock: "172.20.1.0/24",
      availabilityZone: `${REGION}a`,
      tags,
    });
    const table = new RouteTable(this, "routes", { vpcId });
    new RouteTableAssociation(this, "association", { subnetId: subnet.id, routeTableId: table.id });
    const group = new SecurityGroup(this, "endpoints", {
      vpcId,
      name: `${name}-endpoints`,
      ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["172.20.0.0/16"] }],
    });
    const s3 = { vpcId, serviceName: `com.amazonaws.${REGION}.s3`, vpcEndpointType: "Gateway" };
    new VpcEndpoint(this, "s3", { ...s3, routeTableIds: gatewayRoute ? [table.id] : [] });
    for (const service of SERVICES) {
      const endpoint = new VpcEndpoint(this, service.replace(".", "-"), {
        vpcId,
        serviceName: `com.amazonaws.${REGION}.${service}`,
        vpcEndpointType: "Interface",
        privateDnsEnabled: privateDns,
        subnetIds: [subnet.id],
        securityGroupIds: [group.id],
      });
      if (service === "logs") new TerraformOutput(this, "logs_id", { value: endpoint.id });
    }
  }
}

/** A service in a VPC that is looked up. */
class OrdersStack extends TerraformStack {
  constructor(app: App, vpcName: string, logs: { readonly id?: string } = {}) {
    super(app, `orders-in-${vpcName}`);
    new AwsProvider(this, "aws", { region: REGION });
    const tags = { Name: vpcName };
    const said = { subnets: ["a"], admits: [Peer.cidr("172.20.0.0/16")], policy: "full-access" } as const;
    const props: ExistingNetworkProps = {
      name: "legacy",
      region: REGION,
      vpc: { tags },
      domainNameServers: ["AmazonProvidedDNS"],
      networkAcls: "allow-all",
      subnets: [{ name: "a", tags, tier: "shared", availabilityZone: `${REGION}a`, cidrBlock: "172.20.1.0/24" }],
      endpoints: [
        ...SERVICES.map((service) => ({ ...said, service, ...(service === "logs" ? logs : {}) })),
        { service: "s3", policy: "full-access" },
      ],
    };
    const network = ExistingNetwork.lookUp(this, "network", props);
    new FargateService(this, "orders", { network, task: ordersTask });
  }
}

describeE2e("a VPC that is looked up in an emulated account", (tools) => {
  let account: EmulatedAccount;

  beforeAll(async () => {
    account = await EmulatedAccount.start(tools);
  });

  afterAll(() => account?.stop());

  /** Deploys a VPC, and plans a service in it. */
  async function planIn(name: string, faults: Faults = {}, logs: { readonly id?: string } = {}) {
    const legacy = await account.deploy((app) => new LegacyStack(app, name, faults));
    const [orders] = account.synthesize((app) => new OrdersStack(app, name, logs));
    if (orders === undefined) throw new Error("no stack was synthesized");
    await orders.terraform("init", "-input=false");
    return { legacy, plan: () => orders.terraform("plan", "-input=false", "-out=e2e.tfplan"), orders };
  }

  it("is planned, and the plan is proved with what the data sources have read", async () => {
    const { plan, orders } = await planIn("sound");
    await plan();
    const json: unknown = JSON.parse(await orders.terraform("show", "-json", "e2e.tfplan"));
    const { tasks } = proveReachability([isObject(json) ? json : {}]);
    // No data source tells the rules of network ACLs, nor does this one look up DHCP options.
    const open = tasks.flatMap(({ dependencies }) => dependencies.map(({ issue }) => issue?.code));
    expect(open).toEqual(["dns-servers-unknown", "dns-servers-unknown", "dns-servers-unknown", "dns-servers-unknown"]);
    const [first] = tasks;
    const hops = first?.dependencies.flatMap((each) => each.hops.map(({ hop, verdict }) => `${hop} ${verdict}`)) ?? [];
    expect(new Set(hops)).toContain("endpoint proved");
    expect(hops.filter((hop) => hop.endsWith("broken"))).toEqual([]);
  });

  it.each<[string, Faults, RegExp]>([
    ["dns-off", { dnsHostnames: false, privateDns: false }, /vpc-dns-hostnames-off/],
    ["route-missing", { gatewayRoute: false }, /gateway-route-missing/],
    ["private-dns-off", { privateDns: false }, /private-dns-off/],
  ])("%s: Terraform stops at the plan, with the message of the proof", async (name, faults, message) => {
    const { plan } = await planIn(name, faults);
    await expect(plan()).rejects.toThrow(message);
  });

  it("stops at an endpoint that is in another VPC", async () => {
    const other = await account.deploy((app) => new LegacyStack(app, "other"));
    const { logs_id: logsId } = await other.outputs();
    const { plan } = await planIn("right", {}, { id: String(logsId) });
    await expect(plan()).rejects.toThrow(/other-vpc/);
  });
});
