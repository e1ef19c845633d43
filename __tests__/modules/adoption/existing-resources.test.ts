import { describe, expect, it } from "vitest";
import { existingResources } from "../../../modules/adoption/existing-resources";

const LOG_GROUP = `╷
│ Error: creating CloudWatch Logs Log Group (/aws/ecs/orders): operation error CloudWatch Logs: CreateLogGroup,
│ https response error StatusCode: 400, ResourceAlreadyExistsException: The specified log group already exists
│${" "}
│   with aws_cloudwatch_log_group.log_group,
│   on cdk.tf.json line 3, in resource.aws_cloudwatch_log_group.log_group:
╵
`;

describe("the things that exist, in what an apply wrote", () => {
  it("are those of which an error says so, each once", () => {
    expect(existingResources(`apply\n${LOG_GROUP}${LOG_GROUP}`)).toEqual(["aws_cloudwatch_log_group.log_group"]);
  });

  it("are found where cdktf names the stack before each line", () => {
    const lines = LOG_GROUP.replace(/^/gm, "orders  ");
    expect(existingResources(lines)).toEqual(["aws_cloudwatch_log_group.log_group"]);
  });

  it("are found where no frame is around the error, and where a word is broken off", () => {
    const text =
      '\nError: creating IAM Role (orders): the role already\nexists\n\n  with aws_iam_role.task["a"],\n  on main.tf line 1:\n';
    expect(existingResources(text)).toEqual(['aws_iam_role.task["a"]']);
  });

  it("are found by the code of AWS for a subnet whose block another one has", () => {
    const conflict = "creating EC2 Subnet: api error InvalidSubnet.Conflict: The CIDR '10.0.1.0/24' conflicts";
    expect(existingResources(`Error: ${conflict}\n\n  with aws_subnet.a,\n`)).toEqual(["aws_subnet.a"]);
  });

  it("are not those that failed otherwise", () => {
    const denied = LOG_GROUP.replace(
      "ResourceAlreadyExistsException: The specified log group already exists",
      "denied",
    );
    expect(existingResources(`${denied}${LOG_GROUP.replaceAll(".log_group", ".other")}`)).toEqual([
      "aws_cloudwatch_log_group.other",
    ]);
  });
});
