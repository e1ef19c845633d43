/**
 * The platform versions of Fargate for Linux that can still be run. `LATEST` is 1.4.0.
 * Source: Amazon ECS Developer Guide, "Fargate platform versions", read 2026-11-20.
 */
export const PLATFORM_VERSIONS = ["LATEST", "1.4.0", "1.3.0"] as const;

/** A platform version of Fargate for Linux. */
export type PlatformVersion = (typeof PLATFORM_VERSIONS)[number];

/** Named, not `LATEST`, so that the endpoints that were planned stay the ones that the task needs. */
export const DEFAULT_PLATFORM_VERSION = "1.4.0" satisfies PlatformVersion;
