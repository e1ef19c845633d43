import { describe, expect, it } from "vitest";
import { withEndpointHub } from "../support/endpoint-hub";
import { type Block, dependency, hop } from "../support/terraform-fixture";

const PEERING = "aws_vpc_peering_connection.hub";
const issueWith = (change: Block) => dependency(withEndpointHub().set(PEERING, change).prove(), "logs").issue;

describe("a peering connection", () => {
  it("leads to the other VPC, whichever of them has asked for it", () => {
    const fixture = withEndpointHub().set(PEERING, { vpc_id: "${aws_vpc.hub.id}", peer_vpc_id: "${aws_vpc.main.id}" });
    expect(hop(fixture.prove(), "logs", "route")).toBe(
      `proved: ${PEERING} leads to aws_vpc.hub; ${PEERING} leads to aws_vpc.main`,
    );
  });

  it.each<[Block]>([[{ auto_accept: false }], [{ auto_accept: undefined }]])(
    "passes nothing that nobody accepts: %j",
    (change) => {
      expect(issueWith(change)).toMatchObject({
        code: "peering-not-accepted",
        path: PEERING,
        problem: `nobody accepts ${PEERING}, over which the call to aws_vpc_endpoint.logs goes`,
      });
    },
  );

  it.each<[Block]>([[{ auto_accept: undefined, accept_status: "active" }], [{ auto_accept: "true" }]])(
    "is accepted by itself, or was before: %j",
    (change) => {
      expect(issueWith(change)).toBeUndefined();
    },
  );

  it.each<[Block]>([
    [{ auto_accept: undefined, peer_owner_id: "111111111111" }],
    [{ auto_accept: undefined, peer_region: "us-east-1" }],
    [{ auto_accept: "${var.accept}" }],
    [{ peer_vpc_id: "${var.peer}" }],
  ])("may be accepted by somebody else, or lead elsewhere: %j", (change) => {
    expect(issueWith(change)).toMatchObject({ code: "vpc-route-unknown", path: PEERING });
  });

  it("leads to none behind its VPCs", () => {
    const fixture = withEndpointHub()
      .add("aws_vpc.third", { cidr_block: "10.3.0.0/16" })
      .set(PEERING, { vpc_id: "${aws_vpc.third.id}" });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({
      code: "vpc-route-elsewhere",
      path: "aws_route.to_hub",
      problem: expect.stringContaining("connects aws_vpc.third and aws_vpc.hub, not aws_vpc.main and aws_vpc.hub"),
    });
  });

  it("is not known where it is elsewhere", () => {
    const fixture = withEndpointHub().set("aws_route.to_hub", { vpc_peering_connection_id: "pcx-0123456789abcdef0" });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({
      code: "vpc-route-unknown",
      path: "aws_route.to_hub",
    });
  });
});
