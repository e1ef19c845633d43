import { describe, expect, it } from "vitest";
import { interfaceEndpoint, isolatedNetwork } from "../support/isolated-network";
import { type Block, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const SQS = "aws_vpc_endpoint.sqs";

/** The network with an endpoint that no task calls. */
const withEndpoint = (change: Block = {}): TerraformFixture =>
  isolatedNetwork().add(SQS, { ...interfaceEndpoint("sqs"), ...change });

describe("an interface endpoint that AWS refuses, although no task calls it", () => {
  it.each<[code: string, fixture: TerraformFixture]>([
    [
      "endpoint-subnets-share-zone",
      withEndpoint({ subnet_ids: ["${aws_subnet.endpoint_a.id}", "${aws_subnet.app_a.id}"] }),
    ],
    [
      "endpoint-zone-not-offered",
      withEndpoint().add("data.aws_vpc_endpoint_service.sqs", { service: "sqs", availability_zones: ["eu-west-1a"] }),
    ],
    [
      "endpoint-subnet-shared",
      withEndpoint({ subnet_ids: ["${data.aws_subnet.shared.id}"] })
        .add("data.aws_caller_identity.self", { account_id: "123456789012" })
        .add("data.aws_subnet.shared", {
          ...{ id: "subnet-0123456789abcdef0", vpc_id: "${aws_vpc.main.id}", owner_id: "999999999999" },
          ...{ cidr_block: "10.0.31.0/24", availability_zone: "eu-west-1c" },
        }),
    ],
    ["endpoint-address-type", withEndpoint({ ip_address_type: "dualstack" })],
  ])("has %s, at the endpoint", (code, fixture) => {
    expect(issuesWith(withEndpoint().prove(), code)).toEqual([]);
    const proof = fixture.prove();
    expect(issuesWith(proof, code)).toMatchObject([{ path: SQS }]);
    expect(proof.conflicts.map((issue) => issue.code)).toContain(code);
    expect(proof.verdict).toBe("broken");
  });
});
