import { describe, expect, it } from "vitest";
import { connectionsCut } from "../../../../modules/reachability/conflicts/warnings";
import { NetworkView } from "../../../../modules/reachability/model/network-view";
import { readNetworkModel } from "../../../../modules/reachability/reading/read-network-model";
import { readTerraform } from "../../../../modules/reachability/terraform/read-terraform";
import { withEndpointHub } from "../support/endpoint-hub";
import { container, interfaceEndpoint, isolatedNetwork, taskDefinition } from "../support/isolated-network";
import { issuesWith } from "../support/terraform-fixture";

describe("warnings", () => {
  it("tell of a task in one zone only", () => {
    const fixture = isolatedNetwork().set("aws_ecs_service.orders", {
      network_configuration: {
        subnets: ["${aws_subnet.app_a.id}"],
        security_groups: ["${aws_security_group.task.id}"],
      },
    });
    expect(issuesWith(fixture.prove(), "one-zone-only")).toMatchObject([{ path: "aws_ecs_service.orders" }]);
    expect(fixture.prove().verdict).toBe("proved");
  });

  it("tell of platform version 1.3.0, where ECR's API needs no endpoint", () => {
    const fixture = isolatedNetwork().set("aws_ecs_service.orders", { platform_version: "1.3.0" });
    fixture.remove("aws_vpc_endpoint.ecr_api");
    expect(fixture.prove().verdict).toBe("proved");
    expect(issuesWith(fixture.prove(), "platform-version-old")).toMatchObject([{ path: "aws_ecs_service.orders" }]);
  });

  it("tell of platform version 1.3.0, where no endpoint for secrets is unknown and one that is there is walked to", () => {
    const secrets = [{ name: "A", valueFrom: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf" }];
    const on = (version: string) =>
      isolatedNetwork()
        .set("aws_ecs_service.orders", { platform_version: version })
        .set("aws_ecs_task_definition.orders", taskDefinition([container({ secrets })]))
        .prove();
    expect(on("1.4.0").tasks[0]).toMatchObject({ verdict: "broken" });
    expect(on("1.3.0").tasks[0]).toMatchObject({ verdict: "unknown" });
    expect(issuesWith(on("1.3.0"), "secret-endpoint-unverified")).toMatchObject([
      { severity: "note", leavesOpen: true },
    ]);
  });

  it("tell of endpoints that nobody calls, unless something else may call them", () => {
    const fixture = isolatedNetwork().add("aws_vpc_endpoint.sqs", interfaceEndpoint("sqs"));
    expect(issuesWith(fixture.prove(), "endpoint-unused")).toMatchObject([{ path: "aws_vpc_endpoint.sqs" }]);
    fixture.add("aws_instance.other", { subnet_id: "${aws_subnet.app_a.id}" });
    expect(issuesWith(fixture.prove(), "endpoint-unused")).toEqual([]);
  });

  it("tell nothing of endpoints in a VPC without tasks, to which zones may lead", () => {
    expect(issuesWith(withEndpointHub().prove(), "endpoint-unused")).toEqual([]);
  });

  it("tell nothing of endpoints beside one that has their names, which AWS refuses", () => {
    const fixture = isolatedNetwork().add("aws_vpc_endpoint.again", interfaceEndpoint("logs"));
    expect(issuesWith(fixture.prove(), "private-dns-conflict")).toHaveLength(1);
    expect(issuesWith(fixture.prove(), "endpoint-unused")).toEqual([]);
  });

  it("tell nothing of endpoints for a service that is called in another Region in vain", () => {
    const image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/orders:1";
    const fixture = isolatedNetwork().add("aws_ecs_task_definition.orders", taskDefinition([container({ image })]));
    const proof = fixture.prove();
    expect(proof.verdict).toBe("broken");
    expect(issuesWith(proof, "endpoint-unused")).toEqual([]);
  });

  it("tell of API Gateway's private DNS, which hides public APIs", () => {
    const fixture = isolatedNetwork().add("aws_vpc_endpoint.apis", interfaceEndpoint("execute-api"));
    expect(issuesWith(fixture.prove(), "execute-api-private-dns")).toMatchObject([{ path: "aws_vpc_endpoint.apis" }]);
    fixture.set("aws_vpc_endpoint.apis", { private_dns_enabled: false });
    expect(issuesWith(fixture.prove(), "execute-api-private-dns")).toEqual([]);
  });

  it("leave tasks on other platforms and unread definitions alone", () => {
    const fixture = isolatedNetwork().add("aws_ecs_task_definition.orders", {
      ...taskDefinition(),
      container_definitions: "${var.containers}",
    });
    expect(fixture.prove().verdict).toBe("unknown");
    expect(issuesWith(fixture.prove(), "endpoint-unused")).toEqual([]);
  });

  it.each([
    ["a new one beside tasks that run", true, false, 1],
    ["one that is there", false, false, 0],
    ["a new one with new tasks", true, true, 0],
  ])("a gateway endpoint cuts open connections when it comes: %s", (_, endpoint, task, warnings) => {
    const model = readNetworkModel(readTerraform([isolatedNetwork().json]));
    const view = new NetworkView({
      ...model,
      endpoints: model.endpoints.map((each) => ({ ...each, created: endpoint })),
      tasks: model.tasks.map((each) => ({ ...each, created: task })),
    });
    const found = [...connectionsCut(view, [])];
    expect(found.map(({ code, severity, path }) => [code, severity, path])).toEqual(
      Array(warnings).fill(["gateway-cuts-connections", "warning", "aws_vpc_endpoint.s3"]),
    );
  });
});
