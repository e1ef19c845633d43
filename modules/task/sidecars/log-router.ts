import { given } from "../json/given";
import type { FirelensDriver } from "../log-drivers/firelens";
import { LogDriver } from "../log-drivers/log-driver";
import type { LogDestination } from "./log-destination";
import { type Sidecar, type SidecarOptions, sidecarContainer } from "./sidecar";

const PUBLISHED = "public.ecr.aws/aws-observability/aws-for-fluent-bit:stable";

export interface LogRouterOptions extends SidecarOptions {
  /** Where the output of the containers goes. */
  readonly destination: LogDestination;
}

/** A log router, and the log driver of the containers whose output it takes. */
export interface LogRouter extends Sidecar {
  readonly logDriver: FirelensDriver;
}

/**
 * A log router of FireLens with Fluent Bit. It starts before the containers that have its `logDriver`, and ends after them.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_firelens.html
 *
 * @example Sidecars.logRouter({ image, destination: LogDestination.firehose(stream, "eu-west-1") })
 */
export function logRouter({ destination, ...options }: LogRouterOptions): LogRouter {
  const { plugin, options: settings, secretOptions, ...calls } = destination;
  return {
    container: sidecarContainer(PUBLISHED, options, {
      essential: true,
      firelens: { type: "fluentbit", options: { "enable-ecs-log-metadata": "true" } },
      memoryReservation: 50,
      // The image runs as root; ECS fills it in, and leaving it out would show as a change in every plan.
      user: "0",
    }),
    logDriver: LogDriver.firelens(plugin, { options: settings, ...given({ secretOptions }) }),
    ...calls,
  };
}
