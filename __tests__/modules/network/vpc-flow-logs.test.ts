import { describe, expect, it } from "vitest";
import { PrivateNetwork, type PrivateNetworkProps } from "../../../modules";
import { codesOf } from "../../support/configuration-error-of";
import { parsed, ref, synth } from "../../support/synth";

const build = (props: Partial<PrivateNetworkProps> = {}) =>
  synth((scope) => {
    new PrivateNetwork(scope, "network", { region: "eu-west-1", name: "shop", ...props });
  });

describe("flow logs of a network", () => {
  it("are not there unless they are asked for", () => {
    const stack = build();
    expect(stack.all("aws_flow_log")).toEqual([]);
    expect(stack.all("aws_iam_role")).toEqual([]);
  });

  it("go to a log group of their own, with a role that VPC flow logs of the account may take and that may write to it alone", () => {
    const stack = build({ flowLogs: "cloud-watch" });
    const logGroup = stack.only("aws_cloudwatch_log_group");
    const role = stack.only("aws_iam_role");
    const account = `\${${stack.dataSources.find(({ type }) => type === "aws_caller_identity")?.address}.account_id}`;
    expect(logGroup.attributes).toEqual({ name: "/aws/vpc/shop", retention_in_days: 30 });
    expect(stack.only("aws_flow_log").attributes).toEqual({
      vpc_id: ref(stack.only("aws_vpc"), "id"),
      traffic_type: "ALL",
      log_destination_type: "cloud-watch-logs",
      log_destination: ref(logGroup, "arn"),
      iam_role_arn: ref(role, "arn"),
      tags: { Name: "shop" },
      depends_on: [stack.only("aws_iam_role_policy").address],
    });
    expect(role.attributes["name_prefix"]).toBe("shop-flow-logs-");
    expect(role.attributes).not.toHaveProperty("permissions_boundary");
    expect(parsed(role.attributes["assume_role_policy"])).toMatchObject({
      Statement: [
        {
          Principal: { Service: "vpc-flow-logs.amazonaws.com" },
          Condition: {
            StringEquals: { "aws:SourceAccount": account },
            ArnLike: { "aws:SourceArn": `arn:aws:ec2:eu-west-1:${account}:vpc-flow-log/*` },
          },
        },
      ],
    });
    expect(parsed(stack.only("aws_iam_role_policy").attributes["policy"])).toMatchObject({
      Statement: [
        { Action: ["logs:DescribeLogGroups"], Resource: ["*"] },
        {
          Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
          Resource: [ref(logGroup, "arn"), `${ref(logGroup, "arn")}:*`],
        },
      ],
    });
  });

  it("take name, days, key, traffic and a boundary", () => {
    const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/0a1b";
    const permissionsBoundary = "arn:aws:iam::123456789012:policy/boundary";
    const stack = build({
      flowLogs: {
        to: "cloud-watch",
        logGroupName: "/flows",
        retentionInDays: 90,
        kmsKeyArn,
        traffic: "REJECT",
        permissionsBoundary,
      },
    });
    expect(stack.only("aws_cloudwatch_log_group").attributes).toEqual({
      name: "/flows",
      retention_in_days: 90,
      kms_key_id: kmsKeyArn,
    });
    expect(stack.only("aws_flow_log").attributes["traffic_type"]).toBe("REJECT");
    expect(stack.only("aws_iam_role").attributes["permissions_boundary"]).toBe(permissionsBoundary);
  });

  it("go to a bucket without a role", () => {
    const stack = build({ flowLogs: { to: "s3", bucketArn: "arn:aws:s3:::flow-logs", prefix: "shop" } });
    expect(stack.only("aws_flow_log").attributes).toEqual({
      vpc_id: ref(stack.only("aws_vpc"), "id"),
      traffic_type: "ALL",
      log_destination_type: "s3",
      log_destination: "arn:aws:s3:::flow-logs/shop",
      tags: { Name: "shop" },
    });
    expect(stack.all("aws_iam_role")).toEqual([]);
    expect(stack.all("aws_cloudwatch_log_group")).toEqual([]);
  });

  it("are refused where AWS refuses them", () => {
    expect(codesOf(() => build({ flowLogs: { to: "s3", bucketArn: "flow-logs" } }))).toEqual(["flow-logs-invalid"]);
    expect(codesOf(() => build({ flowLogs: { to: "cloud-watch", kmsKeyArn: "alias/logs" } }))).toEqual([
      "log-group-key-malformed",
    ]);
  });
});
