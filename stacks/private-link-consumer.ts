import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import {
  ConfigurationError,
  type EndpointService,
  Instance,
  InterfaceEndpoint,
  Peer,
  PrivateNetwork,
} from "../modules";
import { addOutputs } from "./outputs";
import type { SettingsOf } from "./read-settings";
import { sshIngress } from "./ssh-access";

/** The settings of the stack in the context of `cdktf.json`. */
export const PRIVATE_LINK_CONSUMER_FIELDS = {
  /** How the names of VPC, internet gateway, subnet, route table and client start. @default "Customer" */
  name: "string",
  /** Region. @default - the context's `region`, or "us-east-1" */
  region: "string",
  /** Address block of the VPC. @default "10.0.0.0/16" */
  cidrBlock: "string",
  /** Address block of the subnet. @default "10.0.1.0/24" */
  subnetCidrBlock: "string",
  /** Zone of the subnet, one in which the service is offered. @default - the Region's zone "a" */
  availabilityZone: "string",
  /** Full name of the provider's service. @default - the service of `private-link-provider` in the same app */
  serviceName: "string",
  /** Whether the connection is accepted here, for a provider in the same app and account. @default true */
  acceptConnection: "boolean",
  /** Address blocks from which the client takes SSH. @default - none: Session Manager needs no open port */
  sshCidrBlocks: "strings",
  /** Name of a key pair for SSH. @default - none */
  sshKeyName: "string",
} as const;

/** Properties of {@link PrivateLinkConsumerStack}. */
export interface PrivateLinkConsumerProps extends SettingsOf<typeof PRIVATE_LINK_CONSUMER_FIELDS> {
  /** The service, where its stack is in the same app. @default - `serviceName` tells which */
  readonly service?: EndpointService;
}

const EVERYBODY = Peer.cidr("0.0.0.0/0");

/** A client that reaches the provider's service through an interface endpoint in its own VPC. */
export class PrivateLinkConsumerStack extends TerraformStack {
  constructor(scope: Construct, id: string, props: PrivateLinkConsumerProps = {}) {
    super(scope, id);
    const name = props.name ?? "Customer";
    const region = props.region ?? "us-east-1";
    const subnetCidrBlock = props.subnetCidrBlock ?? "10.0.1.0/24";
    const service = serviceOf(props);
    new AwsProvider(this, "aws", { region });

    const network = new PrivateNetwork(this, "network", {
      name: `${name}_Network`,
      region,
      defaultSecurityGroup: "as-created",
      cidrBlock: props.cidrBlock ?? "10.0.0.0/16",
      subnets: [
        {
          name: "public",
          tier: "public",
          availabilityZone: props.availabilityZone ?? `${region}a`,
          cidrBlock: subnetCidrBlock,
          tags: { Name: `${name}_Public_subnet` },
        },
      ],
      routeTableTags: { public: { Name: `${name}_PublicRT` } },
      internetGatewayTags: { Name: `${name}_IGW` },
    });

    const client = new Instance(this, "client", {
      instance: { name: `${name}_EC2` },
      network,
      ...(props.sshKeyName === undefined ? {} : { keyName: props.sshKeyName }),
      // The walkthrough gives client and endpoint one security group.
      securityGroup: {
        name: `${name}_EC2_SG`,
        description: "Security group for Customer EC2",
        ingress: { http: { peer: EVERYBODY, port: 80 }, ...sshIngress(props.sshCidrBlocks) },
        egress: { endpoint: { peer: Peer.cidr(subnetCidrBlock), port: 80, description: "to the endpoint" } },
      },
    });

    const endpoint = new InterfaceEndpoint(this, "endpoint", {
      network,
      service,
      subnets: ["public"],
      securityGroupIds: [client.securityGroup.securityGroupId],
    });
    const endpointId = endpoint.endpoint.id;
    if (props.serviceName === undefined && props.acceptConnection !== false) {
      props.service?.accept(this, "acceptance", endpointId);
    }

    addOutputs(this, {
      vpc_id: network.vpcId,
      endpoint_id: endpointId,
      session: client.sessionCommand ?? "",
      curl: `curl http://${endpoint.dnsName}`,
    });
  }
}

/** @throws {ConfigurationError} where it is not said which service the endpoint leads to */
function serviceOf({ serviceName, service }: PrivateLinkConsumerProps) {
  if (serviceName !== undefined) return { serviceName };
  if (service !== undefined) return service;
  throw new ConfigurationError('context "private-link-consumer" in cdktf.json', [
    {
      code: "service-name-missing",
      path: "serviceName",
      problem: "it is not said which service the endpoint leads to",
      why: "the stack private-link-provider, which has one, is not in this app",
      fix: 'add "private-link-provider" to stacks, or write its output service_name: { "serviceName": "com.amazonaws.vpce..." }',
    },
  ]);
}
