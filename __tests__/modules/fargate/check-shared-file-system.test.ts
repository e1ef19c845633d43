import { describe, expect, it } from "vitest";
import { checkSharedFileSystem, unknownAccessPoint } from "../../../modules/fargate/check-shared-file-system";
import type { NetworkSubnet } from "../../../modules/network/network";
import { onlyIssue } from "../../support/reported";

const subnet = (name: string, zone: string): NetworkSubnet => ({
  name,
  id: `subnet-${name}`,
  tier: "shared",
  availabilityZone: zone,
  cidrBlock: "10.0.0.0/24",
});
const network = {
  name: "orders",
  region: "eu-west-1",
  vpcId: "vpc-0a",
  cidrBlock: "10.0.0.0/16",
  dns: { support: true, hostnames: true },
  subnets: [subnet("a", "eu-west-1a"), subnet("a2", "eu-west-1a"), subnet("b", "eu-west-1b")],
};
const check = (more: Partial<Parameters<typeof checkSharedFileSystem>[0]>) => [
  ...checkSharedFileSystem({ network, name: "files", ...more }),
];

describe("a file system that tasks share", () => {
  it("has a subnet in each zone, and directories", () => {
    expect(check({})).toEqual([]);
    expect(check({ subnets: ["a2", "b"], accessPoints: { x: { path: "/x", uid: 1, gid: 1 } } })).toEqual([]);
    expect(check({ accessPoints: { x: { path: "${var.path}", uid: 1, gid: 1 } } })).toEqual([]);
  });

  it("is refused with a subnet that there is not", () => {
    expect(onlyIssue(check({ subnets: ["c"] }))).toMatchObject({
      code: "file-system-invalid",
      path: "subnets[0]",
      fix: 'write "a" or "a2" or "b"',
    });
  });

  it("is refused with two subnets in a zone", () => {
    expect(onlyIssue(check({ subnets: ["a", "b", "a2"] })).problem).toBe('the subnets "a" and "a2" are in one zone');
  });

  it("is refused with a directory that is not absolute", () => {
    const issue = onlyIssue(check({ accessPoints: { x: { path: "x", uid: 1, gid: 1 } } }));
    expect(issue).toMatchObject({ path: "accessPoints.x.path", fix: 'write "/x"' });
  });

  it("says how an access point is added, or which one was meant", () => {
    expect(unknownAccessPoint("order", ["orders"]).fix).toBe('write "orders"');
    expect(unknownAccessPoint("files", []).fix).toContain('accessPoints: { "files"');
  });
});
