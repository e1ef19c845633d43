import { describe, expect, it } from "vitest";
import { arnPartition, isRegion, PARTITIONS, partitionOf, regionOfZone } from "../../../modules/aws/region";

describe("partitionOf", () => {
  it.each([
    ["us-east-1", "aws", "amazonaws.com"],
    ["ap-southeast-7", "aws", "amazonaws.com"],
    ["mx-central-1", "aws", "amazonaws.com"],
    ["cn-northwest-1", "aws-cn", "amazonaws.com.cn"],
    ["us-gov-west-1", "aws-us-gov", "amazonaws.com"],
    ["eusc-de-east-1", "aws-eusc", "amazonaws.eu"],
    ["us-iso-west-1", "aws-iso", "c2s.ic.gov"],
    ["us-isob-east-1", "aws-iso-b", "sc2s.sgov.gov"],
    ["eu-isoe-west-1", "aws-iso-e", "cloud.adc-e.uk"],
    ["us-isof-south-1", "aws-iso-f", "csp.hci.ic.gov"],
  ])("puts %s into %s with the domain %s", (region, id, dnsSuffix) => {
    expect(partitionOf(region)).toMatchObject({ id, dnsSuffix });
  });

  it("puts every listed Region into the partition that lists it, and into that one only", () => {
    for (const partition of PARTITIONS) {
      for (const region of partition.regions) expect(partitionOf(region), region).toBe(partition);
    }
  });

  it("knows a Region that is not on the list by its shape", () => {
    expect(partitionOf("nz-south-1")?.id).toBe("aws");
    expect(partitionOf("cn-south-2")?.id).toBe("aws-cn");
  });

  it.each([
    "",
    "tokyo",
    "ap-northeast-1a",
    "ap-northeast",
    "ap-northest-1",
    "eu-west1",
    "US-EAST-1",
    "cn-north-1a",
    "us-gov-1",
    "aws-global",
    "us-east-0",
    "${TfToken[TOKEN.1]}",
    "us-east-1\n",
  ])("does not take %j for a Region", (text) => {
    expect(partitionOf(text)).toBeUndefined();
    expect(isRegion(text)).toBe(false);
  });
});

describe("regionOfZone", () => {
  it.each([
    ["ap-northeast-1a", "ap-northeast-1"],
    ["us-gov-west-1b", "us-gov-west-1"],
    ["cn-north-1a", "cn-north-1"],
    ["eusc-de-east-1a", "eusc-de-east-1"],
    ["us-west-2-lax-1a", "us-west-2"],
    ["us-east-1-nyc-2a", "us-east-1"],
    ["us-east-1-wl1-bos-wlz-1", "us-east-1"],
  ])("finds the Region of %s", (zone, region) => {
    expect(regionOfZone(zone)).toBe(region);
  });

  it.each(["ap-northeast-1", "apne1-az1", "a", "tokyo-1a", "ap-northeast-1A", "ap-northeast-1ab", "us-west-2-lax"])(
    "does not take %j for a zone",
    (text) => {
      expect(regionOfZone(text)).toBeUndefined();
    },
  );
});

describe("arnPartition", () => {
  it("is the partition's name", () => {
    expect(arnPartition("cn-north-1")).toBe("aws-cn");
    expect(arnPartition("us-gov-east-1")).toBe("aws-us-gov");
  });

  it("is the commercial one where the Region is unresolved or unknown", () => {
    expect(arnPartition("${data.aws_region.current.id}")).toBe("aws");
    expect(arnPartition("moon")).toBe("aws");
  });
});
