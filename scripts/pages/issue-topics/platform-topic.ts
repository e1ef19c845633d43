import { PLATFORM_ISSUES } from "../../../modules/issues/table/platform-issues";
import { issueTopic } from "./issue-topic";

export const PLATFORM_TOPIC = issueTopic(PLATFORM_ISSUES, {
  title: "Size and platform",
  about: "CPU, memory, platform version, operating system and architecture.",
  entries: {
    "container-size-exceeds-task": {
      what: "A container has more memory than its task, or the containers have more CPU units together.",
      fix: "Lower `memory` or `cpu` of the containers, or give the task more.",
    },
    "fargate-size-incomplete": {
      what: "Only one of `cpu` and `memory` is given, or neither in a task definition that was not written with this library.",
      fix: "Give both, for example `cpu: 256, memory: 512`. A task of this library may also leave both out to get the smallest size.",
    },
    "fargate-cpu-invalid": {
      what: "Fargate has no tasks with this number of CPU units.",
      fix: "Write one of the numbers in the message. 1024 units are one vCPU.",
    },
    "fargate-memory-invalid": {
      what: "Fargate has no tasks with this memory beside this number of CPU units.",
      fix: "Write one of the sizes in the message, in MiB.",
    },
    "fargate-cpu-platform": {
      what: "This number of CPU units does not go with the operating system or the platform version of the task.",
      fix: 'Write another `cpu` and a memory that goes with it, or on Linux `platformVersion: "1.4.0"`.',
    },
    "operating-system-unknown": {
      what: "The operating system is not one of Fargate's.",
      fix: 'Write one of the names in the message, for example `operatingSystemFamily: "LINUX"`.',
    },
    "cpu-architecture-unknown": {
      what: "The CPU architecture is not one of Fargate's.",
      fix: 'Write `cpuArchitecture: "X86_64"` or `cpuArchitecture: "ARM64"`.',
    },
    "cpu-architecture-windows": {
      what: "A Windows task asks for the architecture ARM64.",
      fix: 'Write `cpuArchitecture: "X86_64"`, or `operatingSystemFamily: "LINUX"`.',
    },
    "platform-version-unknown": {
      what: "The platform version is not one that can be run with the operating system of the task.",
      fix: "Write one of the versions in the message, or leave `platformVersion` out to get the newest.",
    },
    "platform-version-lacks": {
      what: "A task asks for something that its platform version or Windows does not have, such as Service Connect on Windows or EFS volumes on 1.3.0.",
      fix: 'Write `platformVersion: "1.4.0"`, or remove what the message names.',
    },
  },
});
