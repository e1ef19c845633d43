import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { describe, expect, it } from "vitest";
import {
  ContainerImage,
  EndpointPlan,
  FargateService,
  type FargateServiceProps,
  type FargateTask,
  PrivateNetwork,
  Volume,
  VpcEndpoints,
} from "../../../modules";
import { codesOf } from "../../support/configuration-error-of";
import { parsed, ref, synth } from "../../support/synth";

const POLICY = "service-role/AmazonECSInfrastructureRolePolicyForVolumes";

/** A service whose tasks have a volume of EBS. */
const withVolume = (props: Partial<FargateServiceProps>, disk = Volume.ebs({ sizeInGb: 20 }), region = "eu-west-1") =>
  synth((scope) => {
    const url = `123456789012.dkr.ecr.${region}.amazonaws.com/orders`;
    const containers = { api: { image: ContainerImage.ecr(url, { tag: "1.4.2" }) } };
    const task = { family: "orders", containers, volumes: { disk } } satisfies FargateTask;
    const provider = new AwsProvider(scope, "own", { alias: "own", region });
    const network = new PrivateNetwork(scope, "network", { region, provider });
    const services = EndpointPlan.forTasks([task]);
    const endpoints = new VpcEndpoints(scope, "endpoints", { network, services, provider });
    new FargateService(scope, "orders", { network, endpoints, task, provider, ...props });
  });

describe("the role with which ECS manages a volume", () => {
  it("is created on request, for ECS, with the policy of AWS, and the service waits for it", () => {
    const stack = withVolume({ infrastructureRole: {} });
    const role = stack.at("orders/infrastructure-role/Resource");
    expect(parsed(role.attributes["assume_role_policy"])).toMatchObject({
      Statement: [{ Principal: { Service: "ecs.amazonaws.com" }, Action: ["sts:AssumeRole"] }],
    });
    const attachment = stack.at("orders/infrastructure-role/managed-policy-volumes");
    expect(attachment.attributes).toMatchObject({
      role: ref(role, "name"),
      policy_arn: `arn:aws:iam::aws:policy/${POLICY}`,
    });
    const service = stack.only("aws_ecs_service").attributes;
    expect(service["volume_configuration"]).toMatchObject({ managed_ebs_volume: { role_arn: ref(role, "arn") } });
    expect(service["depends_on"]).toContain(attachment.address);
  });

  it("has the name, the boundary and the further policies and rights that it is given", () => {
    const permissionsBoundary = "arn:aws:iam::123456789012:policy/boundary";
    const keys = "arn:aws:iam::123456789012:policy/keys";
    const statements = [{ actions: ["kms:CreateGrant"], resources: ["*"] }];
    const stack = withVolume({
      infrastructureRole: { name: "disks", permissionsBoundary, managedPolicies: { keys }, statements },
    });
    expect(stack.at("orders/infrastructure-role/Resource").attributes).toMatchObject({
      name: "disks",
      permissions_boundary: permissionsBoundary,
    });
    expect(stack.at("orders/infrastructure-role/managed-policy-keys").attributes["policy_arn"]).toBe(keys);
    expect(stack.at("orders/infrastructure-role/policy").attributes["policy"]).toContain("kms:CreateGrant");
  });

  it("has the policy of the partition", () => {
    const stack = withVolume({ infrastructureRole: {} }, undefined, "us-gov-west-1");
    const { attributes } = stack.at("orders/infrastructure-role/managed-policy-volumes");
    expect(attributes["policy_arn"]).toBe(`arn:aws-us-gov:iam::aws:policy/${POLICY}`);
  });

  it("is not created where the volume names one, and has to be given where it does not", () => {
    const infrastructureRoleArn = "arn:aws:iam::123456789012:role/ebs";
    const stack = withVolume({ infrastructureRole: {} }, Volume.ebs({ infrastructureRoleArn, sizeInGb: 20 }));
    expect(stack.text).not.toContain("infrastructure-role");
    expect(codesOf(() => withVolume({}))).toEqual(["ebs-infrastructure-role-missing"]);
  });
});
