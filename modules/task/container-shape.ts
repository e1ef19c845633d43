import {
  anything,
  atLeast,
  either,
  flag,
  list,
  listOrExpression,
  type MembersOf,
  number,
  object,
  record,
  required,
  text,
} from "../shapes/shape";
import type { Container, ContainerHealthCheck, FirelensRouter, MountPoint, PortMapping } from "./container";
import type { EnvironmentFile } from "./environment-file";
import { CONTAINER_IMAGE } from "./images/image-shape";
import { LOG_DRIVER } from "./log-drivers/log-driver-shape";
import { CONTAINER_OPTIONS } from "./options/options-shape";
import { SECRET_SOURCE } from "./secrets/secret-shape";

const ENVIRONMENT_FILE = atLeast(
  {
    arn: required(text("arn:aws:s3:::settings/orders.env")),
    region: text("eu-west-1"),
    kmsKey: text("alias/settings"),
  } satisfies MembersOf<EnvironmentFile>,
  '{ arn: "arn:aws:s3:::settings/orders.env" }',
);

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
  image: required(CONTAINER_IMAGE),
  command: listOrExpression(text("start")),
  entryPoint: listOrExpression(text("/bin/sh")),
  environment: record(text("info"), "LOG_LEVEL"),
  secrets: record(SECRET_SOURCE, "PASSWORD"),
  ports: list(either(number(8080), PORT)),
  essential: flag,
  logDriver: LOG_DRIVER,
  healthCheck: HEALTH_CHECK,
  readonlyRootFilesystem: flag,
  user: text("1000"),
  workingDirectory: text("/app"),
  environmentFiles: list(either(text("arn:aws:s3:::settings/orders.env"), ENVIRONMENT_FILE)),
  mountPoints: list(MOUNT_POINT),
  dependsOn: record(text("HEALTHY"), "router"),
  firelens: FIRELENS,
  cpu: number(256),
  memory: number(512),
  memoryReservation: number(256),
  stopTimeout: number(30),
  ...CONTAINER_OPTIONS,
  additionalFields: record(anything("true"), "disableNetworking"),
} satisfies MembersOf<Container>);
