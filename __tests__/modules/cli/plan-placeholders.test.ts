import { describe, expect, it } from "vitest";
import { planned, record } from "./recorded-terminal";

const ECR = "111122223333.dkr.ecr.eu-west-1.amazonaws.com";
const PULL = ["s3", "ecr.api", "ecr.dkr"];

/** A task definition for Fargate with one container. */
function shell(container: object = {}, fields: object = {}) {
  return {
    family: "orders",
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: "512",
    memory: "1024",
    executionRoleArn: "arn:aws:iam::111122223333:role/execution",
    ...fields,
    containerDefinitions: [{ name: "app", image: `${ECR}/app:1`, ...container }],
  };
}

/** What `plan` says in a Region: exit status, services, and each issue with its severity. */
async function answer(json: object) {
  const { exitCode, services, issues } = await planned(json, "--region", "eu-west-1");
  return { exitCode, services, issues: issues.map(({ severity = "error", code }) => `${severity} ${code}`) };
}

describe("private-fargate plan of a file that a pipeline completes", () => {
  it.each([
    "<IMAGE1_NAME>",
    "%IMAGE%",
    "__IMAGE__",
    "IMAGE_PLACEHOLDER",
    '{{ tfstate "output.image" }}:{{ tag }}',
    "@@IMAGE@@",
    "#{image}#",
    "$IMAGE_URI",
    "{INSERT IMAGE HERE}",
    "REPOSITORY_URI:TAG",
    "",
    null,
    undefined,
  ])("does not know where the image %s comes from", async (image) => {
    const note = ["note image-registry-unknown"];
    expect(await answer(shell({ image }))).toEqual({ exitCode: 0, services: [], issues: note });
  });

  it.each([
    "XXXXXXXXXXXX.dkr.ecr.eu-west-1.amazonaws.com/a:1",
    "[account].dkr.ecr.eu-west-1.amazonaws.com/a:1",
    "ACCOUNT_ID.dkr.ecr.REGION.amazonaws.com/a:1",
    "aws_account_id.dkr.ecr.region.amazonaws.com/REPOSITORY:TAG",
    "<account>.dkr.ecr.<region>.amazonaws.com/<repository>:<tag>",
    "$ACCOUNT.dkr.ecr.$REGION.amazonaws.com/app",
    '{{ tfstate "aws_ecr_repository.a.repository_url" }}:{{ tag }}',
  ])("knows that %s is in ECR", async (image) => {
    expect(await answer(shell({ image }))).toEqual({ exitCode: 0, services: PULL, issues: [] });
  });

  it("sees another Region beside an account that is written later", async () => {
    const { services, issues } = await answer(shell({ image: "<account>.dkr.ecr.us-east-1.amazonaws.com/app" }));
    expect({ services, issues }).toEqual({ services: [], issues: ["error other-region"] });
  });

  it.each(["Nginx", "nginx:VERSION", "ghcr.io/ORG/app:1", "public.ecr.aws/x/<tag>"])(
    "knows that %s is in another registry, whatever is written later",
    async (image) => {
      const { issues } = await answer(shell({ image }));
      expect(issues).toEqual(["error registry-unreachable"]);
    },
  );

  it("finds an account id of the wrong length", async () => {
    const { issues } = await answer(shell({ image: "12345.dkr.ecr.eu-west-1.amazonaws.com/a" }));
    expect(issues).toEqual(["error image-repository-malformed"]);
  });

  it.each(["<API_KEY_ARN>", "$API_KEY_ARN", "%SECRET%", "{{ secret }}", "SECRET_ARN", "arn:aws:${service}:x"])(
    "does not know which service has the secret %s",
    async (valueFrom) => {
      expect(await answer(shell({ secrets: [{ name: "A", valueFrom }] }))).toEqual({
        exitCode: 0,
        services: PULL,
        issues: ["note secret-source-unknown"],
      });
    },
  );

  it.each([
    ["arn:aws:ssm:{{ region }}:{{ account }}:parameter/a", "ssm"],
    ["arn:aws:ssm:REGION:ACCOUNT_ID:parameter/a", "ssm"],
    ["/app/<ENV>/key", "ssm"],
    ["API_KEY", "ssm"],
    ["arn:aws:secretsmanager:REGION:ACCOUNT_ID:secret:a-AbCdEf", "secretsmanager"],
    ["arn:aws:secretsmanager:<region>:XXXXXXXXXXXX:secret:a:key::", "secretsmanager"],
  ])("knows which service has the secret %s", async (valueFrom, service) => {
    expect(await answer(shell({ secrets: [{ name: "A", valueFrom }] }))).toEqual({
      exitCode: 0,
      services: [...PULL, service],
      issues: [],
    });
  });

  it("tells one cause once, with the number of places, and each in JSON", async () => {
    const secrets = Array.from({ length: 10 }, (_, index) => ({ name: `A${index}`, valueFrom: `<KEY_${index}>` }));
    const { issues } = await planned(shell({ secrets }));
    expect(issues.map(({ code, path }) => [code, path])).toEqual(
      secrets.map((_, index) => ["secret-source-unknown", `containerDefinitions[0].secrets[${index}].valueFrom`]),
    );
    const { answer: text } = await record(["plan", "-"], JSON.stringify(shell({ secrets })));
    expect(text.match(/secret-source-unknown/g)).toHaveLength(1);
    expect(text.replaceAll(/\n {6,}/g, " ")).toMatch(
      /\n {4}also: containerDefinitions\[0\]\.secrets\[1\]\.valueFrom, .* and 6 more\n/,
    );
    const { answer: verbose } = await record(["plan", "-", "--verbose"], JSON.stringify(shell({ secrets })));
    expect(verbose.match(/secret-source-unknown/g)).toHaveLength(10);
  });

  it.each([
    ["filled in later", (index: number) => `<KEY_${index}>`],
    ["in another Region", (index: number) => `arn:aws:ssm:us-east-1:111122223333:parameter/a${index}`],
    ["misspelt", (index: number) => `arn:aws:ssm:eu-west-1:111122223333:a${index}`],
    ["right", (index: number) => `/a/${index}`],
  ])("needs a few lines for 500 secrets that are %s", async (_, valueFrom) => {
    const secrets = Array.from({ length: 500 }, (_each, index) => ({ name: `A${index}`, valueFrom: valueFrom(index) }));
    const { answer: text } = await record(["plan", "-", "--region", "eu-west-1"], JSON.stringify(shell({ secrets })));
    expect(text.split("\n").length).toBeLessThan(20);
    expect(text).toMatch(/ and 49\d more/);
  });

  const logs = (region: string) => ({
    logConfiguration: {
      logDriver: "awslogs",
      options: { "awslogs-group": "/a", "awslogs-region": region, "awslogs-stream-prefix": "a" },
    },
  });

  it.each(["REGION", "{{ region }}", "<region>", "your-region", "$AWS_REGION"])(
    "takes logs in %s for logs of the task's Region",
    async (region) => {
      expect(await answer(shell(logs(region)))).toEqual({ exitCode: 0, services: [...PULL, "logs"], issues: [] });
    },
  );

  it("warns of a Region that is none", async () => {
    expect(await answer(shell(logs("eu-west1")))).toEqual({
      exitCode: 0,
      services: [...PULL, "logs"],
      issues: ["warning region-unknown"],
    });
  });

  it.each([
    shell({ name: "<NAME>" }, { family: "<FAMILY>", cpu: "<CPU>", memory: "TASK_MEMORY" }),
    shell({
      portMappings: [
        { containerPort: "<PORT>" },
        { containerPort: "PORT", hostPort: "PORT" },
        { containerPort: "{{port}}", protocol: "<PROTOCOL>" },
      ],
    }),
    shell({}, { executionRoleArn: "<ROLE>", taskRoleArn: "$TASK_ROLE" }),
    shell({ dependsOn: [{ containerName: "<NAME>", condition: "START" }] }, { networkMode: "{{ mode }}" }),
    shell({ healthCheck: { command: ["CMD", "true"], interval: "<SECONDS>" }, stopTimeout: "STOP_TIMEOUT" }),
    shell({}, { runtimePlatform: { cpuArchitecture: "<ARCH>", operatingSystemFamily: "{{os}}" } }),
    shell({ environmentFiles: [{ value: "arn:aws:s3:::<BUCKET>/a.env", type: "s3" }] }),
  ])("takes placeholders for names, numbers and words: %#", async (json) => {
    expect(await answer(json)).toMatchObject({ exitCode: 0, issues: [] });
  });

  it("plans the fetch of credentials beside an image that is written later", async () => {
    const container = {
      name: "a",
      image: "${var.image}",
      repositoryCredentials: { credentialsParameter: "${var.credentials}" },
    };
    expect(await answer([container])).toEqual({
      exitCode: 0,
      services: ["secretsmanager"],
      issues: ["note image-registry-unknown"],
    });
  });

  it("plans all else where a field has the wrong type", async () => {
    expect(await answer(shell({ portMappings: [{ containerPort: "8080" }] }))).toEqual({
      exitCode: 1,
      services: PULL,
      issues: ["error field-type-wrong"],
    });
  });
});

describe("private-fargate plan of what ECS refuses to register", () => {
  it.each([
    [shell({}, { pidMode: "host" }), "field-refused"],
    [shell({ hostname: "app" }), "field-refused"],
    [shell({ memory: 2048 }), "container-size-exceeds-task"],
    [shell({ cpu: 1024 }), "container-size-exceeds-task"],
  ])("finds it: %#", async (json, code) => {
    expect(await answer(json)).toEqual({ exitCode: 1, services: PULL, issues: [`error ${code}`] });
  });

  it("finds the name of a plugin in small letters, and knows what is meant", async () => {
    const router = { name: "router", image: `${ECR}/router:1`, firelensConfiguration: { type: "fluentbit" } };
    const logConfiguration = { logDriver: "awsfirelens", options: { name: "cloudwatch", region: "eu-west-1" } };
    const definition = shell({ logConfiguration }, { taskRoleArn: "arn:aws:iam::111122223333:role/task" });
    const json = { ...definition, containerDefinitions: [...definition.containerDefinitions, router] };
    expect(await answer(json)).toEqual({
      exitCode: 1,
      services: [...PULL, "logs"],
      issues: ["error log-option-missing"],
    });
  });

  it.each([
    shell({}, { pidMode: "task" }),
    shell({ memory: 1024, cpu: 512 }),
    shell({ memory: "<MEMORY>", cpu: "CPU" }),
  ])("leaves alone what ECS takes: %#", async (json) => {
    expect(await answer(json)).toEqual({ exitCode: 0, services: PULL, issues: [] });
  });
});
