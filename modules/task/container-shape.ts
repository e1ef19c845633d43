import { anything, either, flag, list, type MembersOf, number, object, record, required, text } from "../shapes/shape";
import type { Container, ContainerHealthCheck, FirelensRouter, MountPoint, PortMapping } from "./container";

const PORT = object({
  containerPort: required(number(8080)),
  protocol: text("tcp"),
  name: text("http"),
  appProtocol: text("http"),
} satisfies MembersOf<PortMapping>);

const HEALTH_CHECK = object({
  command: required(list(text("CMD-SHELL"))),
  interval: number(30),
  timeout: number(5),
  retries: number(3),
  startPeriod: number(60),
} satisfies MembersOf<ContainerHealthCheck>);

const MOUNT_POINT = object({
  sourceVolume: required(text("data")),
  containerPath: required(text("/data")),
  readOnly: flag,
} satisfies MembersOf<MountPoint>);

const FIRELENS = object({
  type: required(text("fluentbit")),
  options: record(text("true"), "enable-ecs-log-metadata"),
} satisfies MembersOf<FirelensRouter>);

/** The shape of a {@link Container}. */
export const CONTAINER = object({
  image: required(anything("ContainerImage.ecr(repository)")),
  command: list(text("start")),
  entryPoint: list(text("/bin/sh")),
  environment: record(text("info"), "LOG_LEVEL"),
  secrets: record(anything("SecretSource.ssmParameter(name)"), "PASSWORD"),
  ports: list(either(number(8080), PORT)),
  essential: flag,
  logDriver: anything("LogDriver.awslogs()"),
  healthCheck: HEALTH_CHECK,
  readonlyRootFilesystem: flag,
  user: text("1000"),
  workingDirectory: text("/app"),
  environmentFiles: list(anything('"arn:aws:s3:::settings/orders.env"')),
  mountPoints: list(MOUNT_POINT),
  dependsOn: record(text("HEALTHY"), "router"),
  firelens: FIRELENS,
  cpu: number(256),
  memory: number(512),
  memoryReservation: number(256),
  stopTimeout: number(30),
  additionalFields: record(anything("true"), "interactive"),
} satisfies MembersOf<Container>);
