import { Instance as AwsInstance } from "@cdktf/provider-aws/lib/instance";
import type { VpcSecurityGroupIngressRule } from "@cdktf/provider-aws/lib/vpc-security-group-ingress-rule";
import { Construct } from "constructs";
import { annotateIssues } from "../internal/annotate-issues";
import { ofSameStack } from "../internal/of-same-stack";
import { throwIssues } from "../internal/throw-issues";
import { throwMalformed } from "../internal/throw-malformed";
import { useProvider } from "../internal/use-provider";
import { SecurityGroup } from "../network/security-group";
import { userData } from "../planning/instance/user-data";
import { admitInstance } from "./admit-instance";
import { amazonLinuxImage } from "./amazon-linux-image";
import { checkInstance } from "./check-instance";
import { instanceEgress } from "./instance-egress";
import { endpointGroups } from "./instance-endpoints";
import { InstanceProfile, instanceStatements } from "./instance-profile";
import type { InstanceProps } from "./instance-props";
import { INSTANCE } from "./instance-shape";
import { instanceSubnet } from "./instance-subnet";

/** GiB: the image's own size. */
const AMAZON_LINUX_VOLUME_SIZE = 8;

/**
 * A small EC2 instance, for example to try endpoints from: reached through Session Manager, metadata by IMDSv2 only, root
 * disk encrypted, a role with the rights that were asked for and no others. It waits for its endpoints and routes, so that
 * its first start can install packages.
 *
 * Another script for the first start replaces the instance.
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformStack } from "cdktf";
 * import { EndpointPlan, Instance, type InstanceSpec, PrivateNetwork, VpcEndpoints } from "cdktf-private-fargate";
 *
 * const app = new App();
 * const stack = new TerraformStack(app, "builder");
 * new AwsProvider(stack, "aws", { region: "eu-west-1" });
 *
 * const instance = { name: "builder", packages: ["docker"], uses: ["ecr.api", "ecr.dkr"] } satisfies InstanceSpec;
 *
 * const network = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
 * const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: EndpointPlan.forInstances([instance]) });
 * new Instance(stack, "builder", { network, endpoints, instance });
 *
 * app.synth();
 * ```
 * @throws {ConfigurationError} for each endpoint that it needs and that is not there where its subnet has no way out, a
 * malformed name or package, an unknown service or subnet, a public address in a private subnet
 */
export class Instance extends Construct {
  readonly instance: AwsInstance;
  readonly instanceId: string;
  readonly securityGroup: SecurityGroup;
  /** Its role and profile, where it has rights. */
  readonly profile: InstanceProfile | undefined;
  /** The rules by which its endpoints let it in, by the id of the endpoints' construct. */
  readonly endpointRules: ReadonlyMap<string, readonly VpcSecurityGroupIngressRule[]>;
  /** A command that opens a session on it, ready to paste into a shell with the AWS CLI and its Session Manager plugin. */
  readonly sessionCommand: string | undefined;

  constructor(scope: Construct, id: string, props: InstanceProps) {
    super(scope, id);
    throwMalformed(this, props, INSTANCE);
    useProvider(this, props);
    const { instance: spec, network } = props;
    const issues = [...checkInstance(props)];
    throwIssues(this, issues);
    annotateIssues(this, issues);
    const subnet = instanceSubnet(props);
    const endpoints = endpointGroups(props);

    const { egress, ...securityGroup } = props.securityGroup ?? {};
    this.securityGroup = new SecurityGroup(this, "security-group", {
      vpcId: network.vpcId,
      name: spec.name,
      ...securityGroup,
      egress: { ...instanceEgress(props), ...egress },
    });
    const { securityGroupId } = this.securityGroup;
    this.endpointRules = new Map(
      endpoints.map((group) => [group.node.id, group.admit(this, `${group.node.id}-ingress`, securityGroupId)]),
    );
    const statements = instanceStatements(spec, props.statements);
    this.profile =
      statements.length === 0
        ? undefined
        : new InstanceProfile(this, "profile", {
            namePrefix: `${spec.name}-`,
            statements,
            permissionsBoundary: props.permissionsBoundary,
          });

    const publicAddress = props.publicAddress ?? (subnet?.tier === "public" ? true : undefined);
    const script = userData(spec);
    const volumeSize = props.rootVolumeSize ?? (props.imageId === undefined ? AMAZON_LINUX_VOLUME_SIZE : undefined);
    this.instance = new AwsInstance(this, "Resource", {
      ami: props.imageId ?? amazonLinuxImage(this, "image", props.architecture ?? "X86_64"),
      instanceType: props.instanceType ?? "t3.micro",
      subnetId: subnet?.id ?? "",
      vpcSecurityGroupIds: [securityGroupId],
      ...(publicAddress === undefined ? {} : { associatePublicIpAddress: publicAddress }),
      ...(this.profile === undefined ? {} : { iamInstanceProfile: this.profile.profile.name }),
      ...(props.keyName === undefined ? {} : { keyName: props.keyName }),
      ...(script === undefined ? {} : { userData: script, userDataReplaceOnChange: true }),
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required" },
      rootBlockDevice: { encrypted: true, ...(volumeSize === undefined ? {} : { volumeSize }) },
      tags: { Name: spec.name, ...props.tags },
      // A newer image is no reason to lose what runs.
      ...(props.imageId === undefined ? { lifecycle: { ignoreChanges: ["ami"] } } : {}),
      dependsOn: ofSameStack(this, [
        ...(network.dependencies ?? []),
        ...endpoints.flatMap(({ dependencies }) => dependencies),
        ...admitInstance(this, props, this.profile),
        ...[...this.endpointRules.values()].flat(),
        ...this.securityGroup.rules,
        ...(this.profile?.dependencies ?? []),
        ...(props.dependsOn ?? []),
      ]),
    });
    this.instanceId = this.instance.id;
    this.sessionCommand =
      spec.sessionManager === false
        ? undefined
        : `aws ssm start-session --region ${network.region} --target ${this.instanceId}`;
  }
}
