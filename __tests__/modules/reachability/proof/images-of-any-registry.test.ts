import { describe, expect, it } from "vitest";
import { container, isolatedNetwork, policy, taskDefinition, withNatGateway } from "../support/isolated-network";
import { issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const ECR = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1";
const EVERYWHERE = { prefix_list_id: undefined, cidr_ipv4: "0.0.0.0/0" };

/** The network with a container for each image. */
const withImages = (...images: readonly string[]): TerraformFixture =>
  isolatedNetwork().add(
    "aws_ecs_task_definition.orders",
    taskDefinition(images.map((image, index) => container({ image, name: `c${index}` }))),
  );
/** The same with a way out. */
const withWayOut = (...images: readonly string[]) =>
  withNatGateway(withImages(...images)).set("aws_vpc_security_group_egress_rule.s3", EVERYWHERE);
/** The network in which the execution role may do one thing only. */
const mayOnly = (action: string, fixture: TerraformFixture) =>
  fixture.set("aws_iam_role_policy.execution", {
    policy: policy({ Effect: "Allow", Action: action, Resource: "*" }),
  });

const services = (fixture: TerraformFixture) => fixture.prove().tasks[0]?.dependencies.map(({ service }) => service);
const broken = (fixture: TerraformFixture) => issuesWith(fixture.prove(), "permission-missing").length;

describe("an image of which nobody knows the registry", () => {
  it("leaves open whether ECR is called where there is a way to another registry, and the note says what that is about", () => {
    for (const image of ["${var.image}", "${var.registry}/orders:1", ""]) {
      const fixture = mayOnly("logs:*", withWayOut(image));
      expect(fixture.prove().verdict).toBe("unknown");
      expect(broken(fixture)).toBe(0);
      expect(services(fixture)).not.toContain("ecr.api");
      expect(issuesWith(fixture.prove(), "image-registry-unknown")).toMatchObject([
        {
          leavesOpen: true,
          why: expect.stringContaining('that it arrives at "ecr.api" is not proved: no statement of'),
        },
      ]);
    }
  });

  it("leaves it open as well where an endpoint of ECR is closed, or the way out is not known", () => {
    const closed = withWayOut("${var.image}").remove("aws_vpc_security_group_ingress_rule.endpoint");
    expect(services(closed)).not.toContain("ecr.dkr");
    const elsewhere = mayOnly("logs:*", withImages("${var.image}")).add("aws_route.out", {
      route_table_id: "${aws_route_table.app.id}",
      destination_cidr_block: "0.0.0.0/0",
      transit_gateway_id: "tgw-0",
    });
    expect(broken(elsewhere)).toBe(0);
    expect(elsewhere.prove().verdict).toBe("unknown");
  });

  it("is one in ECR where nothing else can be reached", () => {
    expect(broken(mayOnly("logs:*", withImages("${var.image}")))).toBe(1);
    expect(withImages("${var.image}").remove("aws_vpc_endpoint.ecr_dkr").prove().verdict).toBe("broken");
  });

  it("does not hide what another image needs", () => {
    const fixture = mayOnly("logs:*", withWayOut("${var.image}", ECR));
    expect(fixture.prove().verdict).toBe("broken");
    expect(broken(fixture)).toBe(1);
  });

  it("is proved to arrive at ECR where it would, and unknown all the same", () => {
    const fixture = withWayOut("${var.image}");
    expect(fixture.prove().verdict).toBe("unknown");
    expect(services(fixture)).toEqual(["s3", "ecr.api", "ecr.dkr", "logs"]);
  });
});
