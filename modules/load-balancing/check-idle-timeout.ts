import type { Issue } from "../issues/issue";
import { checkWhole } from "./check-whole";

/**
 * Seconds. Source: User Guide for Application Load Balancers, "Connection idle timeout", and User Guide for Network Load
 * Balancers, "Update the TCP idle timeout", read 2026-11-28.
 */
const IDLE_TIMEOUTS = {
  application: { least: 1, most: 4000, what: "idle timeout of an application load balancer" },
  network: { least: 60, most: 6000, what: "idle timeout of a network load balancer" },
} as const;

/** What is wrong with the time after which a connection is closed on which nothing is sent. */
export function checkIdleTimeout(type: keyof typeof IDLE_TIMEOUTS, seconds: number | undefined): Generator<Issue> {
  return checkWhole("load-balancer-setting-invalid", seconds, "idleTimeout", IDLE_TIMEOUTS[type]);
}
