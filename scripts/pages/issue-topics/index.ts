import { ACCEPTANCE_TOPIC } from "./acceptance-topic";
import { ADDRESSING_TOPIC } from "./addressing-topic";
import { COMMAND_TOPIC } from "./command-topic";
import { CONFLICT_TOPIC } from "./conflict-topic";
import { CONTAINER_TOPIC } from "./container-topic";
import { ENDPOINT_TOPIC } from "./endpoint-topic";
import { IMAGE_TOPIC } from "./image-topic";
import { INSTANCE_TOPIC } from "./instance-topic";
import type { IssueTopic } from "./issue-topic";
import { LAUNCH_TOPIC } from "./launch-topic";
import { LOAD_BALANCING_TOPIC } from "./load-balancing-topic";
import { LOG_TOPIC } from "./log-topic";
import { PLAN_TOPIC } from "./plan-topic";
import { PLATFORM_TOPIC } from "./platform-topic";
import { PRIVATE_LINK_TOPIC } from "./private-link-topic";
import { REACHABILITY_TOPIC } from "./reachability-topic";
import { SCALING_TOPIC } from "./scaling-topic";
import { SECRET_TOPIC } from "./secret-topic";
import { SERVICE_TOPIC } from "./service-topic";
import { SHAPE_TOPIC } from "./shape-topic";
import { TASK_DEFINITION_TOPIC } from "./task-definition-topic";
import { TASK_TOPIC } from "./task-topic";
import { UNKNOWN_TOPIC } from "./unknown-topic";
import { VOLUME_TOPIC } from "./volume-topic";
import { WARNING_TOPIC } from "./warning-topic";
import { WAYS_OUT_TOPIC } from "./ways-out-topic";

/** The topics of the page, from the task to the network and the proof. */
export const ISSUE_TOPICS: readonly IssueTopic[] = [
  PLAN_TOPIC,
  IMAGE_TOPIC,
  SECRET_TOPIC,
  LOG_TOPIC,
  TASK_TOPIC,
  PLATFORM_TOPIC,
  CONTAINER_TOPIC,
  VOLUME_TOPIC,
  TASK_DEFINITION_TOPIC,
  COMMAND_TOPIC,
  ADDRESSING_TOPIC,
  WAYS_OUT_TOPIC,
  ENDPOINT_TOPIC,
  SERVICE_TOPIC,
  LAUNCH_TOPIC,
  SCALING_TOPIC,
  LOAD_BALANCING_TOPIC,
  INSTANCE_TOPIC,
  PRIVATE_LINK_TOPIC,
  REACHABILITY_TOPIC,
  UNKNOWN_TOPIC,
  CONFLICT_TOPIC,
  WARNING_TOPIC,
  SHAPE_TOPIC,
  ACCEPTANCE_TOPIC,
];
