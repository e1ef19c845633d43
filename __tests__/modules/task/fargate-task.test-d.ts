import { type TerraformVariable, Token } from "cdktf";
import { expectTypeOf, test } from "vitest";
import type { SubnetSpec, SubnetTier } from "../../../modules/addressing/subnet-spec";
import type { PlatformVersion } from "../../../modules/aws/platform-version";
import type { Container } from "../../../modules/task/container";
import type { FargateTask, UncheckedFargateTask } from "../../../modules/task/fargate-task";
import { ContainerImage } from "../../../modules/task/images/container-image";
import { LogDriver } from "../../../modules/task/log-drivers/log-driver";
import { SecretSource } from "../../../modules/task/secrets/secret-source";

declare const variable: TerraformVariable;
const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders");
const orders = { family: "orders", containers: { api: { image } } } as const;

test("the smallest task is a family and a container with an image", () => {
  expectTypeOf(orders).toExtend<FargateTask>();
});

test("a size is a legal pair or nothing", () => {
  expectTypeOf({ ...orders, cpu: 512, memory: 1024 } as const).toExtend<FargateTask>();
  expectTypeOf({ ...orders, cpu: 512, memory: 512 } as const).not.toExtend<FargateTask>();
  expectTypeOf({ ...orders, cpu: 512 } as const).not.toExtend<FargateTask>();
  expectTypeOf({ ...orders, memory: 1024 } as const).not.toExtend<FargateTask>();
});

test("a task can be written in one piece", () => {
  const task = {
    family: "orders",
    platformVersion: "1.4.0",
    cpu: 1024,
    memory: 2048,
    ephemeralStorage: 50,
    cpuArchitecture: "ARM64",
    containers: {
      api: {
        image,
        ports: [8080, { containerPort: 9090, protocol: "udp" }],
        environment: { STAGE: "test" },
        secrets: { PASSWORD: SecretSource.ssmParameter("/orders/password") },
        logDriver: LogDriver.awslogs({ streamPrefix: "api" }),
        additionalFields: { dockerLabels: { team: "orders" } },
      },
    },
  } satisfies FargateTask;
  expectTypeOf(task).toExtend<FargateTask>();
});

test("a misspelt field of a task does not compile", () => {
  // @ts-expect-error the field is platformVersion
  const task: FargateTask = { ...orders, platformversion: "1.4.0" };
  expectTypeOf(task).toExtend<FargateTask>();
});

test("a misspelt field of a container does not compile", () => {
  // @ts-expect-error the field is ports
  const container: Container = { image, port: 8080 };
  expectTypeOf(container).toExtend<Container>();
});

test("a container without an image does not compile", () => {
  expectTypeOf<{ command: string[] }>().not.toExtend<Container>();
});

test("an image, a secret and a log driver say what they are", () => {
  expectTypeOf<{ image: string }>().not.toExtend<Container>();
  expectTypeOf<{ image: typeof image; secrets: { A: string } }>().not.toExtend<Container>();
  expectTypeOf<{ image: typeof image; logDriver: { kind: "splunk" } }>().not.toExtend<Container>();
});

test("an unknown platform version does not compile", () => {
  expectTypeOf<"LATEST" | "1.4.0" | "1.3.0">().toExtend<PlatformVersion>();
  expectTypeOf<"1.2.0">().not.toExtend<PlatformVersion>();
  expectTypeOf({ ...orders, platformVersion: "1.2.0" } as const).not.toExtend<FargateTask>();
});

test("a wrong tier of a subnet does not compile", () => {
  expectTypeOf<"shared" | "application" | "endpoint">().toExtend<SubnetTier>();
  const rest = { name: "private-a", availabilityZone: "eu-west-1a", cidrBlock: "10.0.10.0/24" };
  // @ts-expect-error there is no such tier
  const subnet: SubnetSpec = { ...rest, tier: "private" };
  expectTypeOf(subnet).toExtend<SubnetSpec>();
});

test("the value of a Terraform variable compiles wherever a value goes", () => {
  const task = {
    family: variable.value,
    platformVersion: variable.value,
    cpu: variable.value,
    memory: variable.value,
    ephemeralStorage: variable.value,
    containers: {
      api: {
        image: ContainerImage.ecr(variable.value, { tag: variable.value }),
        ports: [variable.value],
        environment: { STAGE: variable.value },
        secrets: { PASSWORD: SecretSource.secretsManager(variable.value) },
      },
    },
  } satisfies FargateTask;
  expectTypeOf(task).toExtend<FargateTask>();
  const subnet: SubnetSpec = {
    name: "a",
    tier: "shared",
    availabilityZone: variable.value,
    cidrBlock: variable.value,
  };
  expectTypeOf(subnet).toExtend<SubnetSpec>();
});

test("a size may be text, and a part of it may be Terraform's", () => {
  expectTypeOf({ ...orders, cpu: ".5 vCPU", memory: "1GB" } as const).toExtend<FargateTask>();
  expectTypeOf({ ...orders, cpu: "0.25 vCPU", memory: 512 } as const).toExtend<FargateTask>();
  expectTypeOf({ ...orders, cpu: "32 vCPU", memory: "244 GB" } as const).toExtend<FargateTask>();
  expectTypeOf({ ...orders, cpu: ".5 vCPU", memory: "8 GB" } as const).not.toExtend<FargateTask>();
  expectTypeOf({ ...orders, cpu: 1024, memory: Token.asAny(variable.numberValue) } as const).toExtend<FargateTask>();
  expectTypeOf({ ...orders, cpu: 300, memory: Token.asAny(variable.numberValue) } as const).not.toExtend<FargateTask>();
});

test("a service that the application uses is one of the catalog", () => {
  expectTypeOf({ ...orders, uses: ["sqs", "bedrock-runtime"] } as const).toExtend<FargateTask>();
  expectTypeOf({ ...orders, uses: ["sqss"] } as const).not.toExtend<FargateTask>();
});

test("an operating system and a platform version are known ones", () => {
  const windows = { ...orders, operatingSystemFamily: "WINDOWS_SERVER_2022_CORE", platformVersion: "1.0.0" } as const;
  expectTypeOf(windows).toExtend<FargateTask>();
  expectTypeOf({ ...orders, operatingSystemFamily: "WINDOWS_SERVER_2016" } as const).not.toExtend<FargateTask>();
});

test("a plugin of the log router completes, and may be any other", () => {
  expectTypeOf(LogDriver.firelens("kinesis_firehose")).toExtend<LogDriver>();
  expectTypeOf(LogDriver.firelens("loki")).toExtend<LogDriver>();
});

test("every task that compiles can be planned and checked like one that was read", () => {
  expectTypeOf<FargateTask>().toExtend<UncheckedFargateTask>();
});
