import { describe, expect, it } from "vitest";
import { ContainerImage } from "../../../../modules";
import type { Container } from "../../../../modules/task/container";
import { issuesOf, plannedBy, taskWith } from "../../../support/planned";

const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/aws-otel-collector", { tag: "1" });
const collector = (container: Partial<Container>) => taskWith({ image, ...container });
const planned = (container: Partial<Container>) =>
  [...plannedBy("telemetry", collector(container), { region: "eu-west-1" })].sort();
const AWS_PROMETHEUS_ENDPOINT = "https://aps-workspaces.eu-west-1.amazonaws.com/workspaces/ws-1/api/v1/remote_write";

describe("adotConfiguration", () => {
  it.each<readonly [Partial<Container>, readonly string[]]>([
    [{ command: ["--config=/etc/ecs/ecs-default-config.yaml"] }, ["logs", "xray"]],
    [{ command: ["--config", "/etc/ecs/ecs-xray.yaml"] }, ["xray"]],
    [{ command: ["--config=/etc/ecs/container-insights/otel-task-metrics-config.yaml"] }, ["logs", "xray"]],
    [{ entryPoint: ["/awscollector"], command: ["--config=/etc/ecs/ecs-cloudwatch.yaml"] }, ["logs"]],
    [
      { command: ["--config=/etc/ecs/ecs-amp-xray.yaml"], environment: { AWS_PROMETHEUS_ENDPOINT } },
      ["aps-workspaces", "xray"],
    ],
  ])("knows the configurations in the image: %j", (container, services) => {
    expect(planned(container)).toEqual(services);
    expect(issuesOf(collector(container))).toEqual([]);
  });

  it("does not know a workspace that is not said, nor a configuration of somebody else's", () => {
    const unknown = ["note telemetry-destination-unknown containers.api.image"];
    const withoutWorkspace = { command: ["--config=/etc/ecs/ecs-amp-xray.yaml"] };
    expect(planned(withoutWorkspace)).toEqual(["xray"]);
    expect(issuesOf(collector(withoutWorkspace))).toEqual(unknown);
    expect(planned({ command: ["--config=/etc/mine.yaml"] })).toEqual([]);
    expect(issuesOf(collector({ command: ["--config=/etc/mine.yaml"] }))).toEqual(unknown);
  });

  it("finds a workspace in another Region", () => {
    const environment = { AWS_PROMETHEUS_ENDPOINT: AWS_PROMETHEUS_ENDPOINT.replace("eu-west-1", "us-east-1") };
    const task = collector({ command: ["--config=/etc/ecs/ecs-amp.yaml"], environment });
    expect(issuesOf(task, { region: "eu-west-1" })).toEqual(["error other-region containers.api.command"]);
  });

  it("takes the configuration in the variable before the one in the image", () => {
    const environment = { AOT_CONFIG_CONTENT: "exporters:\n  awsxray:\n" };
    expect(planned({ command: ["--config=/etc/ecs/ecs-cloudwatch.yaml"], environment })).toEqual(["xray"]);
  });
});
