import { isWindows } from "./operating-system";

/**
 * The platform versions of Fargate that can still be run: `1.4.0` and `1.3.0` for Linux, `1.0.0` for Windows. `LATEST` is
 * the newest of the operating system. Source: Amazon ECS Developer Guide, "Fargate platform versions", read 2026-11-20.
 */
export const PLATFORM_VERSIONS = ["LATEST", "1.4.0", "1.3.0", "1.0.0"] as const;

/** A platform version of Fargate. */
export type PlatformVersion = (typeof PLATFORM_VERSIONS)[number];

/** A platform version by its number. */
export type PlatformVersionNumber = Exclude<PlatformVersion, "LATEST">;

/** The platform versions of an operating system, the default one in second place. */
export function platformVersionsOf(family: string | undefined): readonly PlatformVersion[] {
  return isWindows(family) ? ["LATEST", "1.0.0"] : ["LATEST", "1.4.0", "1.3.0"];
}

/**
 * The platform version that runs. One that is unknown counts as the newest, which calls through the task's interface most.
 *
 * @param version the version that was asked for; by default the newest by its number, not `LATEST`, so that the endpoints
 * that were planned stay the ones that the task needs
 * @param family the operating system. @default "LINUX"
 */
export function resolvePlatformVersion(version?: string, family?: string): PlatformVersionNumber {
  if (isWindows(family)) return "1.0.0";
  return version === "1.3.0" ? "1.3.0" : "1.4.0";
}
