import {
  paginateDescribeSubnets,
  paginateDescribeVpcEndpoints,
  paginateDescribeVpcs,
  type Tag,
} from "@aws-sdk/client-ec2";
import {
  DescribeClustersCommand,
  DescribeServicesCommand,
  paginateListClusters,
  paginateListServices,
} from "@aws-sdk/client-ecs";
import type { AwsClients } from "./aws-clients";
import type { TableSection } from "./table";

/** What stands in one Region of the account, as the AWS API tells it. The default VPC of a new account is left out. */
export async function readStanding(clients: AwsClients): Promise<TableSection[]> {
  const vpcs = await collect(paginateDescribeVpcs({ client: clients.ec2 }, {}), (page) => page.Vpcs);
  const ours = vpcs.filter((vpc) => vpc.IsDefault !== true);
  const ids = new Set(ours.map((vpc) => vpc.VpcId));
  const subnets = await collect(paginateDescribeSubnets({ client: clients.ec2 }, {}), (page) => page.Subnets);
  const endpoints = await collect(
    paginateDescribeVpcEndpoints({ client: clients.ec2 }, {}),
    (page) => page.VpcEndpoints,
  );
  return [
    {
      heading: ["VPC", "CIDR", "Id"],
      rows: ours.map((vpc) => [nameOf(vpc.Tags), vpc.CidrBlock, vpc.VpcId]),
    },
    {
      heading: ["Subnet", "CIDR", "Zone", "VPC", "Id"],
      rows: subnets
        .filter((subnet) => ids.has(subnet.VpcId))
        .map((it) => [nameOf(it.Tags), it.CidrBlock, it.AvailabilityZone, it.VpcId, it.SubnetId]),
    },
    {
      heading: ["Endpoint", "Type", "State", "Private DNS", "VPC", "Id"],
      // moto keeps an endpoint that was deleted on its list, as AWS does for a while.
      rows: endpoints
        .filter((it) => it.State?.toLowerCase() !== "deleted")
        .map((it) => [
          it.ServiceName,
          it.VpcEndpointType,
          it.State,
          it.VpcEndpointType === "Interface" ? (it.PrivateDnsEnabled === true ? "on" : "off") : "",
          it.VpcId,
          it.VpcEndpointId,
        ]),
    },
    ...(await readClusters(clients)),
  ];
}

async function readClusters({ ecs }: AwsClients): Promise<TableSection[]> {
  const arns = await collect(paginateListClusters({ client: ecs }, {}), (page) => page.clusterArns);
  const { clusters = [] } = arns.length === 0 ? {} : await ecs.send(new DescribeClustersCommand({ clusters: arns }));
  const active = clusters.filter((cluster) => cluster.status !== "INACTIVE");
  const services: (string | undefined)[][] = [];
  for (const { clusterArn, clusterName } of active) {
    if (clusterArn === undefined) continue;
    for await (const page of paginateListServices({ client: ecs, pageSize: 10 }, { cluster: clusterArn })) {
      if (page.serviceArns === undefined || page.serviceArns.length === 0) continue;
      const described = await ecs.send(
        new DescribeServicesCommand({ cluster: clusterArn, services: page.serviceArns }),
      );
      for (const it of described.services ?? []) {
        const tasks = `${it.runningCount ?? 0} of ${it.desiredCount ?? 0}`;
        services.push([it.serviceName, clusterName, it.status, tasks, it.platformVersion]);
      }
    }
  }
  return [
    { heading: ["Cluster", "Status"], rows: active.map((cluster) => [cluster.clusterName, cluster.status]) },
    { heading: ["Service", "Cluster", "Status", "Tasks running", "Platform"], rows: services },
  ];
}

async function collect<Page, Item>(
  pages: AsyncIterable<Page>,
  itemsOf: (page: Page) => readonly Item[] | undefined,
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of pages) items.push(...(itemsOf(page) ?? []));
  return items;
}

function nameOf(tags: readonly Tag[] | undefined): string | undefined {
  return tags?.find((tag) => tag.Key === "Name")?.Value;
}
