import type { ContainerHealthCheck } from "../container";
import type { FieldReader } from "../json/field-reader";
import { given } from "../json/given";

/** `healthCheck` of a container. */
export function readHealthCheck(container: FieldReader): ContainerHealthCheck | undefined {
  const fields = container.object("healthCheck");
  if (fields === undefined) return undefined;
  return {
    command: fields.texts("command") ?? [],
    ...given({
      interval: fields.number("interval"),
      timeout: fields.number("timeout"),
      retries: fields.number("retries"),
      startPeriod: fields.number("startPeriod"),
    }),
    ...fields.rest(),
  };
}
