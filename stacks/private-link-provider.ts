import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { EndpointService, Instance, type InstanceSpec, NetworkLoadBalancer, Peer, PrivateNetwork } from "../modules";
import { addOutputs } from "./outputs";
import type { SettingsOf } from "./read-settings";
import { sshIngress } from "./ssh-access";

/** The settings of the stack in the context of `cdktf.json`. */
export const PRIVATE_LINK_PROVIDER_FIELDS = {
  /** How the names of VPC, internet gateway, subnet and route table start. @default "Service" */
  name: "string",
  /** Region. @default - the context's `region`, or "us-east-1" */
  region: "string",
  /** Address block of the VPC. @default "20.0.0.0/16" */
  cidrBlock: "string",
  /** Address block of the subnet. @default "20.0.1.0/24" */
  subnetCidrBlock: "string",
  /** Zone of the subnet; consumers need a subnet in the same. @default - the Region's zone "a" */
  availabilityZone: "string",
  /** The page that the web server shows. @default - the walkthrough's */
  page: "string",
  /** Name of the web server's security group. @default "Webserver_sg" */
  securityGroupName: "string",
  /** Name of the load balancer. @default "MyNetwork-LB" */
  loadBalancerName: "string",
  /** Name of the target group. @default "MyNetwork-TG" */
  targetGroupName: "string",
  /** ARNs of the accounts, users and roles that may connect. @default - the account of the stack */
  allowedPrincipals: "strings",
  /** Ids of endpoints whose connections are accepted, for consumers in another account. @default - none */
  acceptedEndpoints: "strings",
  /** Address blocks from which the web server takes SSH. @default - none: Session Manager needs no open port */
  sshCidrBlocks: "strings",
  /** Name of a key pair for SSH. @default - none */
  sshKeyName: "string",
} as const;

/** Properties of {@link PrivateLinkProviderStack}. */
export type PrivateLinkProviderProps = SettingsOf<typeof PRIVATE_LINK_PROVIDER_FIELDS>;

const PAGE = "<html><h1> Welcome to Hangyuzs Server 1 </h1></html>";
const EVERYBODY = Peer.cidr("0.0.0.0/0");

/**
 * A web server behind a network load balancer, offered to other VPCs as an endpoint service whose connections somebody has
 * to accept.
 */
export class PrivateLinkProviderStack extends TerraformStack {
  /** The service, for a consumer in the same app. */
  readonly service: EndpointService;

  constructor(scope: Construct, id: string, props: PrivateLinkProviderProps = {}) {
    super(scope, id);
    const name = props.name ?? "Service";
    const region = props.region ?? "us-east-1";
    new AwsProvider(this, "aws", { region });

    const network = new PrivateNetwork(this, "network", {
      name: `${name}_Network`,
      region,
      defaultSecurityGroup: "as-created",
      cidrBlock: props.cidrBlock ?? "20.0.0.0/16",
      subnets: [
        {
          name: "public",
          tier: "public",
          availabilityZone: props.availabilityZone ?? `${region}a`,
          cidrBlock: props.subnetCidrBlock ?? "20.0.1.0/24",
          tags: { Name: `${name}_Public_subnet` },
        },
      ],
      routeTableTags: { public: { Name: `${name}_PublicRT` } },
      internetGatewayTags: { Name: `${name}_IGW` },
    });

    const webServer = new Instance(this, "web-server", {
      instance: webServerSpec(props.page ?? PAGE),
      network,
      ...(props.sshKeyName === undefined ? {} : { keyName: props.sshKeyName }),
      securityGroup: {
        name: props.securityGroupName ?? "Webserver_sg",
        description: "Security group for Webserver",
        ingress: {
          http: { peer: EVERYBODY, port: 80 },
          https: { peer: EVERYBODY, port: 443 },
          ...sshIngress(props.sshCidrBlocks),
        },
      },
    });

    const balancer = new NetworkLoadBalancer(this, "balancer", {
      network,
      name: props.loadBalancerName ?? "MyNetwork-LB",
      scheme: "internet-facing",
      ingress: { internet: EVERYBODY },
      listeners: { http: 80 },
    });
    balancer.instances({
      instances: { "web-server": webServer.instanceId },
      securityGroupId: webServer.securityGroup.securityGroupId,
      port: 80,
      healthCheck: { interval: 10 },
      targetGroupName: props.targetGroupName ?? "MyNetwork-TG",
    });

    this.service = new EndpointService(this, "service", {
      loadBalancers: [balancer],
      allowedPrincipals: props.allowedPrincipals ?? [
        `arn:aws:iam::${new DataAwsCallerIdentity(this, "account").accountId}:root`,
      ],
    });
    for (const endpoint of props.acceptedEndpoints ?? []) this.service.accept(this, `accept-${endpoint}`, endpoint);

    const { serviceId, serviceName } = this.service;
    addOutputs(this, {
      vpc_id: network.vpcId,
      service_name: serviceName,
      service_id: serviceId,
      curl: `curl http://${balancer.dnsName}`,
      session: webServer.sessionCommand ?? "",
      connections: `aws ec2 describe-vpc-endpoint-connections --region ${region} --filters Name=service-id,Values=${serviceId}`,
      accept: `aws ec2 accept-vpc-endpoint-connections --region ${region} --service-id ${serviceId} --vpc-endpoint-ids '<endpoint id>'`,
    });
  }
}

/** A web server that shows one page. */
export function webServerSpec(page: string): InstanceSpec {
  // The shell takes what is in single quotes as it is, a single quote apart.
  const quoted = `'${page.replaceAll("'", "'\\''")}'`;
  return {
    name: "Webserver1",
    packages: ["httpd"],
    commands: [`printf '%s\\n' ${quoted} > /var/www/html/index.html`, "systemctl enable --now httpd"],
  };
}
