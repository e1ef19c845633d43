import { CPU_ARCHITECTURES, isWindows, OPERATING_SYSTEM_FAMILIES } from "../../aws/operating-system";
import { platformVersionsOf, resolvePlatformVersion } from "../../aws/platform-version";
import { inEachLanguage } from "../../issues/fix";
import { type Issue, issue } from "../../issues/issue";
import { nearest } from "../../text/nearest";
import { asWritten } from "../../text/words";
import { isPending } from "../../values/pending";
import type { UncheckedFargateTask } from "../fargate-task";
import { PLATFORM_FEATURES } from "./platform-feature";

/** What is wrong with platform version, operating system and architecture, and what a task asks of them in vain. */
export function* checkPlatform(task: UncheckedFargateTask): Generator<Issue> {
  yield* checkOperatingSystem(task);
  yield* checkPlatformVersion(task);
  yield* checkFeatures(task);
}

function* checkOperatingSystem({ operatingSystemFamily, cpuArchitecture }: UncheckedFargateTask): Generator<Issue> {
  if (isUnknown(operatingSystemFamily, OPERATING_SYSTEM_FAMILIES)) {
    yield issue("operating-system-unknown", {
      path: "operatingSystemFamily",
      problem: `${asWritten(operatingSystemFamily)} is not an operating system of Fargate`,
      fix: `write "${nearest(`${operatingSystemFamily}`, OPERATING_SYSTEM_FAMILIES) ?? "LINUX"}"; there are ${OPERATING_SYSTEM_FAMILIES.join(", ")}`,
    });
  }
  if (isUnknown(cpuArchitecture, CPU_ARCHITECTURES)) {
    yield issue("cpu-architecture-unknown", {
      path: "cpuArchitecture",
      problem: `${asWritten(cpuArchitecture)} is not a CPU architecture of Fargate`,
      fix: `write "${nearest(`${cpuArchitecture}`, CPU_ARCHITECTURES) ?? "X86_64"}"; there are ${CPU_ARCHITECTURES.join(" and ")}`,
    });
  } else if (cpuArchitecture === "ARM64" && isWindows(operatingSystemFamily)) {
    yield issue("cpu-architecture-windows", {
      path: "cpuArchitecture",
      problem: `"ARM64" does not go with "${operatingSystemFamily}"`,
      fix: inEachLanguage(({ field }) => `write "X86_64", or ${field("operatingSystemFamily", '"LINUX"')}`),
    });
  }
}

function* checkPlatformVersion({ platformVersion, operatingSystemFamily }: UncheckedFargateTask): Generator<Issue> {
  const known = platformVersionsOf(operatingSystemFamily);
  if (isPending(operatingSystemFamily) || !isUnknown(platformVersion, known)) return;
  yield issue("platform-version-unknown", {
    path: "platformVersion",
    problem: `"${platformVersion}" is not a platform version that can be run${isWindows(operatingSystemFamily) ? ` with "${operatingSystemFamily}"` : ""}`,
    fix: `write "${nearest(`${platformVersion}`, known) ?? known[1]}"; there are ${known.join(", ")}`,
  });
}

function* checkFeatures(task: UncheckedFargateTask): Generator<Issue> {
  const { platformVersion, operatingSystemFamily } = task;
  if (isPending(platformVersion) || isPending(operatingSystemFamily)) return;
  const windows = isWindows(operatingSystemFamily);
  if (!windows && resolvePlatformVersion(platformVersion) !== "1.3.0") return;
  for (const { name, windows: onWindows, paths } of PLATFORM_FEATURES) {
    if (windows && onWindows) continue;
    for (const path of paths(task)) {
      yield issue("platform-version-lacks", {
        path,
        problem: windows ? `Fargate has no ${name} on Windows` : `platform version 1.3.0 has no ${name}`,
        why: `it needs ${windows ? "Linux and " : ""}platform version 1.4.0`,
        fix: windows
          ? { library: `remove ${path}`, ecs: "remove it" }
          : {
              library: `write platformVersion: "1.4.0", or remove ${path}`,
              ecs: "leave out --platform-version, or remove it",
            },
      });
    }
  }
}

function isUnknown(value: string | undefined, known: readonly string[]): boolean {
  return value !== undefined && !isPending(value) && !known.some((each) => each === value);
}
