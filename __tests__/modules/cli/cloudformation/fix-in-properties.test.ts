import { describe, expect, it } from "vitest";
import { fixInProperties } from "../../../../modules/cli/cloudformation/fix-in-properties";

describe("what to type in a template of CloudFormation", () => {
  it.each([
    ['write "essential": false for "logRouter"', 'write "Essential": false for "logRouter"'],
    ["leave hostPort out, or write 80", "leave HostPort out, or write 80"],
    [
      'use "efsVolumeConfiguration", "configuredAtLaunch": true',
      'use "EFSVolumeConfiguration", "ConfiguredAtLaunch": true',
    ],
    ['add "volumes": [{ "name": "myData" }]', 'add "Volumes": [{ "Name": "myData" }]'],
    ['write "awslogs-region": "eu-west-1"', 'write "awslogs-region": "eu-west-1"'],
    ["write --uses sqs,dynamodb, or 1 vCPU of S3", "write --uses sqs,dynamodb, or 1 vCPU of S3"],
  ])("spells the properties of %j", (fix, expected) => {
    expect(fixInProperties(fix)).toBe(expected);
  });
});
