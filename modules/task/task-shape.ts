import { POLICY_STATEMENT } from "../shapes/policy-statement-shape";
import {
  anything,
  count,
  either,
  flag,
  list,
  type MembersOf,
  number,
  object,
  record,
  required,
  text,
  word,
} from "../shapes/shape";
import { CONTAINER } from "./container-shape";
import type { ExecuteCommandOptions } from "./execute-command";
import type { UncheckedFargateTask } from "./fargate-task";
import { GRANT } from "./grants/grant-shape";
import { LOG_DRIVER } from "./log-drivers/log-driver-shape";
import type {
  ServiceConnect,
  ServiceConnectAccessLogs,
  ServiceConnectAlias,
  ServiceConnectService,
  ServiceConnectTimeout,
  ServiceConnectTls,
} from "./service-connect";
import { VOLUME } from "./volumes/volume-shape";

/** The shape of {@link ExecuteCommandOptions}. */
export const EXECUTE_COMMAND = object({
  logging: text("OVERRIDE"),
  cloudWatchLogGroupName: text("/ecs/exec"),
  s3BucketName: text("sessions"),
  kmsKeyId: text("alias/exec"),
} satisfies MembersOf<ExecuteCommandOptions>);

const ALIAS = object({ port: required(number(80)), dnsName: text("orders") } satisfies MembersOf<ServiceConnectAlias>);

const TLS = object({
  awsPcaAuthorityArn: required(text("arn:aws:acm-pca:…")),
  kmsKey: text("alias/connect"),
  roleArn: text("arn:aws:iam::…"),
} satisfies MembersOf<ServiceConnectTls>);

const OFFERED = object({
  portName: required(text("http")),
  discoveryName: text("orders"),
  clientAlias: ALIAS,
  ingressPortOverride: number(15_000),
  tls: TLS,
  timeout: object({ idle: count(60), perRequest: count(30) } satisfies MembersOf<ServiceConnectTimeout>),
} satisfies MembersOf<ServiceConnectService>);

const SERVICE_CONNECT = object({
  namespace: required(text("shop")),
  services: list(OFFERED),
  logDriver: LOG_DRIVER,
  accessLogs: object({
    format: required(word("json", "text")),
    queryParameters: flag,
  } satisfies MembersOf<ServiceConnectAccessLogs>),
} satisfies MembersOf<ServiceConnect>);

/** The shape of a task. */
export const TASK = object(
  {
    family: required(text("orders")),
    containers: required(record(CONTAINER, "app")),
    ephemeralStorage: number(50),
    volumes: record(VOLUME, "data"),
    executeCommand: either(flag, EXECUTE_COMMAND),
    serviceConnect: SERVICE_CONNECT,
    uses: list(text("sqs")),
    grants: list(GRANT),
    taskRoleStatements: list(POLICY_STATEMENT),
    fips: flag,
    runtimeMonitoring: flag,
    reachableHosts: list(text("registry.example.com")),
    additionalFields: record(anything('"host"'), "pidMode"),
    cpu: either(number(256), text("1 vCPU")),
    memory: either(number(512), text("2 GB")),
    platformVersion: text("1.4.0"),
    operatingSystemFamily: text("LINUX"),
    cpuArchitecture: text("ARM64"),
    verbatim: anything("{}"),
  } satisfies MembersOf<UncheckedFargateTask>,
  '{ family: "orders", containers: { app: { image: ContainerImage.ecr(repository) } } }',
);
