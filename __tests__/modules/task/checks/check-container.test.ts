import { describe, expect, it } from "vitest";
import { checkContainer } from "../../../../modules/task/checks/check-container";
import type { Container } from "../../../../modules/task/container";
import { ContainerImage } from "../../../../modules/task/images/container-image";
import { LogDriver } from "../../../../modules/task/log-drivers/log-driver";
import { SecretSource } from "../../../../modules/task/secrets/secret-source";
import { REPOSITORY_URL } from "../../../support/orders";
import { onlyIssue } from "../../../support/reported";
import { NUMBER_TOKENS, STRING_TOKENS } from "../../../support/tokens";

const api: Container = { image: ContainerImage.ecr(REPOSITORY_URL, { tag: "1.4.2" }) };
const logs = { hasRouter: false, verbatim: false };
const check = (container: Container, name = "api") => [...checkContainer(name, container, logs)];

/** A container as a caller without a compiler writes it. */
const untyped = (fields: object): Container => JSON.parse(JSON.stringify({ ...api, ...fields }));

describe("checkContainer", () => {
  it("finds nothing wrong with a good container", () => {
    const container: Container = {
      ...api,
      ports: [1, 8080, { containerPort: 65535, protocol: "udp" }],
      environment: { STAGE: "test" },
      secrets: { PASSWORD: SecretSource.ssmParameter("/orders/password") },
      logDriver: LogDriver.none(),
      stopTimeout: 30,
      additionalFields: { dockerLabels: { team: "orders" } },
    };
    expect(check(container)).toEqual([]);
  });

  it("reports all problems at once", () => {
    const issues = check({ ...api, image: ContainerImage.registry(""), ports: [0, 70000] }, "my api");
    expect(issues.map(({ code }) => code)).toEqual([
      "container-name-invalid",
      "image-empty",
      "port-out-of-range",
      "port-out-of-range",
    ]);
  });
});

describe("the name of a container", () => {
  it.each([
    ["my api", "my-api"],
    ["", "app"],
    ["x".repeat(256), "x".repeat(255)],
  ])('is refused as "%s", with a name that is taken', (name, proposed) => {
    const issue = onlyIssue(check(api, name));
    expect(issue).toMatchObject({ code: "container-name-invalid", path: `containers.${name}` });
    expect(issue.problem).toBe(`"${name}" is not a container name`);
    expect(issue.fix).toBe(`name it "${proposed}"`);
    expect(check(api, proposed)).toEqual([]);
  });
});

describe("the image of a container", () => {
  it.each(["orders", "123456789012.dkr.ecr.eu-west-1.amazonaws.com", `${REPOSITORY_URL}:1.4.2`, ""])(
    'is refused as the ECR repository "%s"',
    (repositoryUrl) => {
      const issue = onlyIssue(check({ image: ContainerImage.ecr(repositoryUrl) }));
      expect(issue).toMatchObject({ code: "image-repository-malformed", path: "containers.api.image" });
      expect(issue.problem).toBe(`"${repositoryUrl}" is not the URL of an ECR repository`);
      expect(issue.fix).toContain(`"${REPOSITORY_URL}"`);
      expect(issue.fix).toContain('{ tag: "1.4.2" }');
    },
  );

  it("may be in any other registry, if it has a name", () => {
    expect(check({ image: ContainerImage.registry("docker.io/library/nginx:1.29") })).toEqual([]);
    const issue = onlyIssue(check({ image: ContainerImage.registry("") }));
    expect(issue).toMatchObject({ code: "image-empty", path: "containers.api.image" });
    expect(issue.fix).toContain("ContainerImage.ecr(repository)");
  });

  it.each(["nginx", { kind: "docker", name: "nginx" }])("is refused as %j", (image) => {
    const issue = onlyIssue(check(untyped({ image })));
    expect(issue).toMatchObject({ code: "image-kind-unknown", path: "containers.api.image" });
    expect(issue.problem).toBe(`${JSON.stringify(image)} is not a container image`);
    expect(issue.fix).toContain("ContainerImage.ecr(repository, { tag })");
  });
});

describe("the log driver of a container", () => {
  it("is refused where it is unknown", () => {
    const issue = onlyIssue(check(untyped({ logDriver: { kind: "syslog" } })));
    expect(issue).toMatchObject({ code: "log-driver-unknown", path: "containers.api.logDriver" });
    expect(issue.problem).toContain('"syslog"');
    expect(issue.fix).toContain("LogDriver.awslogs()");
  });
});

describe("the ports of a container", () => {
  it.each([0, -1, 65536, 80.5, Number.NaN])("are refused out of range: %s", (port) => {
    for (const ports of [
      [8080, port],
      [8080, { containerPort: port }],
    ]) {
      const issue = onlyIssue(check({ ...api, ports }));
      expect(issue).toMatchObject({ code: "port-out-of-range", path: "containers.api.ports[1]" });
      expect(issue.problem).toBe(`${port} is not a port`);
      expect(issue.why).toContain("from 1 to 65535");
      expect(issue.fix).toContain("8080");
    }
  });

  it("are refused as text, which the message shows", () => {
    const issue = onlyIssue(check(untyped({ ports: ["8080"] })));
    expect(issue.problem).toBe('"8080" is not a port');
    expect(issue.fix).toContain("the number of the port");
  });
});

describe("the variables of a container", () => {
  it("are refused where one is in environment and in secrets", () => {
    const secrets = { PASSWORD: SecretSource.ssmParameter("/orders/password") };
    const issue = onlyIssue(check({ ...api, environment: { PASSWORD: "" }, secrets }));
    expect(issue).toMatchObject({ code: "variable-duplicate", path: "containers.api.secrets.PASSWORD" });
    expect(issue.problem).toContain("PASSWORD");
    expect(issue.fix).toBe("remove PASSWORD from environment");
  });

  it("are refused where the kind of a secret is unknown", () => {
    const issue = onlyIssue(check(untyped({ secrets: { PASSWORD: { kind: "vault" } } })));
    expect(issue).toMatchObject({ code: "secret-kind-unknown", path: "containers.api.secrets.PASSWORD" });
  });
});

describe("the additional fields of a container", () => {
  it.each([
    ["portMappings", "use ports instead"],
    ["logConfiguration", "use logDriver instead"],
    ["PortMappings", "use ports instead"],
    ["name", "use the container's key in containers instead"],
  ])("do not take %s, which the container has a field for", (field, fix) => {
    const issue = onlyIssue(check({ ...api, additionalFields: { [field]: [] } }));
    expect(issue).toMatchObject({
      code: "additional-field-known",
      path: `containers.api.additionalFields.${field}`,
      problem: `"${field}" is not an additional field`,
      fix,
    });
  });
});

describe("checkContainer with values that only Terraform knows", () => {
  it.each(STRING_TOKENS)("takes %s as a name, an image, a variable and a secret", (_name, token) => {
    const container: Container = {
      image: ContainerImage.ecr(token, { tag: token }),
      environment: { STAGE: token },
      secrets: { PASSWORD: SecretSource.secretsManager(token), KEY: SecretSource.ssmParameter(token) },
      logDriver: LogDriver.awslogs({ logGroupName: token }),
    };
    expect(check(container, `${token}`)).toEqual([]);
    expect(check({ image: ContainerImage.registry(token) })).toEqual([]);
  });

  it.each(NUMBER_TOKENS)("takes %s as a port", (_name, token) => {
    expect(check({ ...api, ports: [token, { containerPort: token }] })).toEqual([]);
  });
});
