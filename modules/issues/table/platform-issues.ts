import type { IssueTable } from "./issue-row";

/** Size, platform version, operating system and architecture of a task. */
export const PLATFORM_ISSUES = {
  "container-size-exceeds-task": {
    why: "ECS refuses a task definition whose containers ask for more than their task has",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
  },
  "fargate-size-incomplete": {
    why: "Fargate has fixed pairs of CPU and memory; ECS refuses any other when the task definition is registered",
  },
  "fargate-cpu-invalid": {
    why: "Fargate has fixed pairs of CPU and memory; ECS refuses any other when the task definition is registered",
  },
  "fargate-memory-invalid": {
    why: "Fargate has fixed pairs of CPU and memory; ECS refuses any other when the task definition is registered",
  },
  "fargate-cpu-platform": {
    why: "Windows tasks have 1024, 2048 or 4096 CPU units, and 8192 and more need platform version 1.4.0",
  },
  "operating-system-unknown": { why: "Fargate runs Linux, and Windows Server 2019 and 2022" },
  "cpu-architecture-unknown": { why: "ECS refuses any other when the task definition is registered" },
  "cpu-architecture-windows": { why: "Fargate runs Windows on X86_64 only" },
  "platform-version-unknown": {
    why: "which calls leave through the task's network interface depends on it, and with them the endpoints",
  },
  "platform-version-lacks": { why: "it needs Linux platform version 1.4.0; some of it is also there on Windows" },
} as const satisfies IssueTable;
