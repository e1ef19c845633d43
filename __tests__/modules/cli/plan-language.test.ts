import { describe, expect, it } from "vitest";
import { readTaskDefinition } from "../../../modules";
import { configurationErrorOf } from "../../support/configuration-error-of";
import { WORDS_OF_THE_LIBRARY } from "../../support/words-of-the-library";
import { planned } from "./recorded-terminal";

const ECR = "111122223333.dkr.ecr.eu-west-1.amazonaws.com";

/** A task definition for Fargate with one container, as far as nothing else is said. */
function shell(container: object = {}, task: object = {}) {
  return {
    family: "orders",
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: "512",
    memory: "1024",
    executionRoleArn: "arn:aws:iam::111122223333:role/execution",
    containerDefinitions: [{ name: "app", image: `${ECR}/app:1`, ...container }],
    ...task,
  };
}

const routed = (options: object) =>
  shell(
    { logConfiguration: { logDriver: "awsfirelens", options } },
    {
      containerDefinitions: [
        { name: "app", image: `${ECR}/app:1`, logConfiguration: { logDriver: "awsfirelens", options } },
        { name: "router", image: `${ECR}/router:1`, firelensConfiguration: { type: "fluentbit" } },
      ],
    },
  );

/** A document, the code of what is wrong with it, and what of ECS's JSON or of the options the fix says. */
const FAULTS: readonly (readonly [code: string, says: string, document: object, args?: readonly string[]])[] = [
  ["registry-unreachable", '"image": "', shell({ image: "nginx:1.29" })],
  ["registry-unreachable", "--reachable-host registry.example.com", shell({ image: "registry.example.com/a:1" })],
  ["registry-unreachable", '"image"', shell({ image: "public.ecr.aws/aws-observability/aws-for-fluent-bit:3" })],
  ["image-repository-malformed", `${"123456789012"}.dkr.ecr`, shell({ image: `${ECR}/App:1` })],
  ["image-repository-malformed", 'leave out "https://"', shell({ image: `https://${ECR}/app:1` })],
  [
    "image-repository-malformed",
    'leave out "http://"',
    shell({ image: `http://${ECR}/team/app@sha256:${"0".repeat(64)}` }),
  ],
  ["registry-unreachable", "--reachable-host r.example", shell({ image: "https://r.example/a:1" })],
  [
    "ecr-host-unverified",
    "--uses ecr-fips.api",
    shell({ image: "111122223333.dkr.ecr-fips.us-east-1.amazonaws.com/a:1" }),
  ],
  ["containers-empty", '"name": "app"', shell({}, { containerDefinitions: [] })],
  ["essential-container-missing", '"essential": false', shell({ essential: false })],
  ["depends-on-essential", '"essential": false', twoContainers("COMPLETE")],
  [
    "volume-unsupported",
    '"efsVolumeConfiguration"',
    shell({}, { volumes: [{ name: "v", host: { sourcePath: "/a" } }] }),
  ],
  [
    "volume-unrecognized",
    "--uses s3",
    shell({}, { volumes: [{ name: "v", fsxLustreVolumeConfiguration: { id: "a" } }] }),
  ],
  [
    "mount-point-volume-unknown",
    '"volumes": [{ "name": "data" }]',
    shell({ mountPoints: [{ sourceVolume: "data", containerPath: "/a" }] }),
  ],
  [
    "efs-transit-encryption-missing",
    '"transitEncryption": "ENABLED"',
    shell(
      {},
      {
        taskRoleArn: "arn:aws:iam::111122223333:role/task",
        volumes: [
          { name: "v", efsVolumeConfiguration: { fileSystemId: "fs-1", authorizationConfig: { iam: "ENABLED" } } },
        ],
      },
    ),
  ],
  ["fargate-memory-invalid", '"memory": "1024"', shell({}, { memory: "1000" })],
  [
    "fargate-cpu-platform",
    '"cpu": "1024"',
    shell({}, { runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } }),
  ],
  [
    "fargate-cpu-platform",
    "--platform-version 1.4.0",
    shell({}, { cpu: "8192", memory: "16384" }),
    ["--platform-version", "1.3.0"],
  ],
  [
    "cpu-architecture-windows",
    '"operatingSystemFamily": "LINUX"',
    shell(
      {},
      {
        cpu: "1024",
        memory: "2048",
        runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE", cpuArchitecture: "ARM64" },
      },
    ),
  ],
  [
    "platform-version-lacks",
    "--platform-version",
    shell({}, { ephemeralStorage: { sizeInGiB: 50 } }),
    ["--platform-version", "1.3.0"],
  ],
  ["health-check-empty", '"command": ["CMD-SHELL"', shell({ healthCheck: { command: [] } })],
  ["execute-command-readonly", "--execute-command", shell({ readonlyRootFilesystem: true }), ["--execute-command"]],
  ["firelens-output-unknown", "--uses logs", routed({ Name: "nats" })],
  ["opensearch-domain-unverified", "--reachable-host", routed({ Name: "opensearch" })],
  [
    "log-destination-unreachable",
    "--reachable-host logs.example.com",
    routed({ Name: "http", Host: "logs.example.com" }),
  ],
  ["log-destination-unreachable", "--reachable-host splunk.example.com", splunk("https://splunk.example.com:8088")],
  ["log-destination-unknown", "--uses logs", routed({ Name: "http", Host: "lb-1.elb.eu-west-1.amazonaws.com" })],
  [
    "log-option-missing",
    '"secretOptions"',
    shell({ logConfiguration: { logDriver: "splunk", options: { "splunk-url": "https://a.example" } } }),
  ],
  [
    "log-router-missing",
    '"firelensConfiguration"',
    shell({ logConfiguration: { logDriver: "awsfirelens", options: { Name: "null" } } }),
  ],
  [
    "log-options-exclusive",
    '"awslogs-datetime-format"',
    awslogs({ "awslogs-datetime-format": "%Y", "awslogs-multiline-pattern": "^a" }),
  ],
  [
    "other-region",
    '"awslogs-region": "eu-west-1"',
    awslogs({ "awslogs-region": "us-east-1" }),
    ["--region", "eu-west-1"],
  ],
  [
    "telemetry-destination-unknown",
    "--uses xray,logs,monitoring",
    shell({ image: "public.ecr.aws/aws-observability/aws-otel-collector:v0.43" }),
  ],
  ["ecs-endpoints-unverified", "--uses ecs,ecs-agent,ecs-telemetry", shell(), ["--region", "ca-west-1"]],
];

function twoContainers(condition: string) {
  const app = { name: "app", image: `${ECR}/app:1`, dependsOn: [{ containerName: "init", condition }] };
  return shell({}, { containerDefinitions: [app, { name: "init", image: `${ECR}/init:1` }] });
}

function awslogs(options: object) {
  const usual = { "awslogs-group": "g", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "p" };
  return shell({ logConfiguration: { logDriver: "awslogs", options: { ...usual, ...options } } });
}

function splunk(url: string) {
  const secretOptions = [{ name: "splunk-token", valueFrom: "/splunk" }];
  return shell({ logConfiguration: { logDriver: "splunk", options: { "splunk-url": url }, secretOptions } });
}

describe("a fix of the command for a task definition", () => {
  it.each(FAULTS.map(([code, says, document, args = []]) => ({ code, says, document, args })))(
    "is in the JSON of ECS or an option: $code, $says",
    async ({ code, says, document, args }) => {
      const { issues } = await planned(document, ...args);
      const fixes = issues.filter((each) => each.code === code).map(({ fix }) => fix);
      expect(fixes).toEqual(expect.arrayContaining([expect.stringContaining(says)]));
      const texts = issues.flatMap(({ problem, why, fix }) => [problem, why, fix]);
      expect(texts.filter((text) => WORDS_OF_THE_LIBRARY.test(text))).toEqual([]);
    },
  );

  it("is in the JSON of ECS as well where a program reads the JSON", () => {
    const { issues } = configurationErrorOf(() => readTaskDefinition(shell({ essential: false })));
    expect(issues.map(({ fix }) => fix)).toEqual(['leave out "essential": false on at least one of them']);
  });
});
