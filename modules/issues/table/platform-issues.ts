import type { IssueTable } from "./issue-row";

/** Size, platform version, operating system and architecture of a task. */
export const PLATFORM_ISSUES = {
  "fargate-size-incomplete": {
    what: "Only one of `cpu` and `memory` is given, or neither in a task definition that was not written with this library.",
    why: "Fargate has fixed pairs of CPU and memory, so that one of them alone is no size.",
    fix: "Give both, for example `cpu: 256, memory: 512`. A task of this library may also leave both out to get the smallest size.",
  },
  "fargate-cpu-invalid": {
    what: "Fargate has no tasks with this number of CPU units.",
    why: "Fargate has fixed pairs of CPU and memory; ECS refuses any other when the task definition is registered.",
    fix: "Write one of the numbers in the message. 1024 units are one vCPU.",
  },
  "fargate-memory-invalid": {
    what: "Fargate has no tasks with this memory beside this number of CPU units.",
    why: "Each number of CPU units goes with some sizes of memory only; ECS refuses any other pair.",
    fix: "Write one of the sizes in the message, in MiB.",
  },
  "fargate-cpu-platform": {
    what: "This number of CPU units does not go with the operating system or the platform version of the task.",
    why: "Windows tasks have 1024, 2048 or 4096 CPU units, and 8192 and more need platform version 1.4.0.",
    fix: 'Write another `cpu` and a memory that goes with it, or on Linux `platformVersion: "1.4.0"`.',
  },
  "operating-system-unknown": {
    what: "The operating system is not one of Fargate's.",
    why: "Fargate runs Linux, and Windows Server 2019 and 2022.",
    fix: 'Write one of the names in the message, for example `operatingSystemFamily: "LINUX"`.',
  },
  "cpu-architecture-unknown": {
    what: "The CPU architecture is not one of Fargate's.",
    why: "ECS refuses any other when the task definition is registered.",
    fix: 'Write `cpuArchitecture: "X86_64"` or `cpuArchitecture: "ARM64"`.',
  },
  "cpu-architecture-windows": {
    what: "A Windows task asks for the architecture ARM64.",
    why: "Fargate runs Windows on X86_64 only.",
    fix: 'Write `cpuArchitecture: "X86_64"`, or `operatingSystemFamily: "LINUX"`.',
  },
  "platform-version-unknown": {
    what: "The platform version is not one that can be run with the operating system of the task.",
    why: "Which calls leave through the task's network interface depends on it, and with them the endpoints.",
    fix: "Write one of the versions in the message, or leave `platformVersion` out to get the newest.",
  },
  "platform-version-lacks": {
    what: "A task asks for something that its platform version or Windows does not have, such as Service Connect on Windows or EFS volumes on 1.3.0.",
    why: "It needs Linux platform version 1.4.0; some of it is also there on Windows.",
    fix: 'Write `platformVersion: "1.4.0"`, or remove what the message names.',
  },
} satisfies IssueTable;
