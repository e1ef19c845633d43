/**
 * The operating systems of Fargate, as `runtimePlatform.operatingSystemFamily` spells them.
 * Source: Amazon ECS Developer Guide, "Task definition differences for Fargate", read 2026-11-20.
 */
export const OPERATING_SYSTEM_FAMILIES = [
  "LINUX",
  "WINDOWS_SERVER_2019_FULL",
  "WINDOWS_SERVER_2019_CORE",
  "WINDOWS_SERVER_2022_FULL",
  "WINDOWS_SERVER_2022_CORE",
] as const;

/** An operating system of Fargate. */
export type OperatingSystemFamily = (typeof OPERATING_SYSTEM_FAMILIES)[number];

/** The CPU architectures of Fargate, as `runtimePlatform.cpuArchitecture` spells them. Source: as above. */
export const CPU_ARCHITECTURES = ["X86_64", "ARM64"] as const;

/** A CPU architecture of Fargate. */
export type CpuArchitecture = (typeof CPU_ARCHITECTURES)[number];

/** Whether an operating system is a Windows, which has platform versions and limits of its own. */
export function isWindows(family: string | undefined): boolean {
  // A token can be an object, although the compiler sees a text.
  return family !== undefined && `${family}`.startsWith("WINDOWS");
}
