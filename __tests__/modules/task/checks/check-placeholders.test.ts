import { describe, expect, it } from "vitest";
import { checkPlaceholders } from "../../../../modules/task/checks/check-placeholders";
import { ContainerImage } from "../../../../modules/task/images/container-image";
import { LogDriver } from "../../../../modules/task/log-drivers/log-driver";
import { SecretSource } from "../../../../modules/task/secrets/secret-source";

const task = {
  family: "$FAMILY",
  cpu: "<CPU>",
  memory: "${var.memory}",
  containers: {
    api: {
      image: ContainerImage.ecr("<ACCOUNT>.dkr.ecr.eu-west-1.amazonaws.com/orders"),
      command: ["sh", "-c", "echo $HOME"],
      environment: { GREETING: "Hello {{ name }}" },
      secrets: { KEY: SecretSource.ssmParameter("/orders/__STAGE__/key") },
      logDriver: LogDriver.awslogs({ region: "{{ region }}", logGroupName: "/orders" }),
    },
  },
};

describe("placeholders in a task", () => {
  it("are refused by a service, which has nobody to fill them in", () => {
    const found = [...checkPlaceholders(task)];
    expect(found.map(({ code, path }) => [code, path])).toEqual([
      ["placeholder-left", "family"],
      ["placeholder-left", "cpu"],
      ["placeholder-left", "containers.api.image"],
      ["placeholder-left", "containers.api.secrets.KEY"],
      ["placeholder-left", "containers.api.logDriver.region"],
    ]);
  });

  it.each([{ multilinePattern: "^[A-Z] <\\d{4}>" }, { datetimeFormat: "%d__A__%H" }])(
    "are no more than signs in a pattern: %j",
    (pattern) => {
      const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders");
      const containers = { api: { image, logDriver: LogDriver.awslogs(pattern) } };
      expect([...checkPlaceholders({ family: "orders", containers })]).toEqual([]);
    },
  );

  it("are left alone in a document", () => {
    expect([...checkPlaceholders({ ...task, verbatim: {} })]).toEqual([]);
  });
});
