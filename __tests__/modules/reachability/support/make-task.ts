import { type Container, ContainerImage, type FargateTask, LogDriver, Volume } from "../../../../modules";
import type { Workload } from "./arbitrary-workload";
import { makeContainer } from "./make-container";
import { makeExecuteCommand } from "./make-execute-command";
import { pullNeeds } from "./make-image";
import { makeServiceConnect } from "./make-service-connect";
import { inFipsMode, type Need } from "./scenario-needs";
import { type ContainerPlace, type Created, type Part, VPC_DOMAIN } from "./scenario-part";
import type { Place } from "./scenario-place";

/** What a task depends on besides what is wished for it. */
export interface TaskPlace extends Place {
  readonly family: string;
  readonly created: Created;
  readonly fips: boolean;
  /** Whether all of its subnets have a NAT gateway, and its security group lets it use them. */
  readonly outside: boolean;
}

/** A task, what it needs, and of which kinds its parts are. */
export function makeTask(workload: Workload, where: TaskPlace): Part<FargateTask> {
  const { platform } = workload;
  const isLinux = platform !== "windows";
  const isNew = platform !== "1.3.0";
  const place: ContainerPlace = { ...where, fetchesToken: isNew, isNew };
  const containers = workload.containers.map((wish) => makeContainer(wish, place));
  const router = needsRouter(workload) ? makeRouter(place) : undefined;
  const exec = isNew ? makeExecuteCommand(workload, place) : undefined;
  const connect = isLinux && isNew ? makeServiceConnect(workload, place) : undefined;
  const monitored = isLinux && isNew && workload.runtimeMonitoring;
  const volume = makeVolume(workload, isNew);
  const derived = [
    ...containers.flatMap(({ needs }) => needs),
    ...(router?.needs ?? []),
    ...(exec?.needs ?? []),
    ...(connect?.needs ?? []),
    ...(monitored ? pullNeeds(place, "*").map(({ service }): Need => ({ service })) : []),
  ];
  const value: FargateTask = {
    family: where.family,
    containers: {
      ...Object.fromEntries(
        containers.map(({ value: container }, index) => [`app-${index}`, withPort(container, index)]),
      ),
      ...(router === undefined ? {} : { router: router.value }),
    },
    reachableHosts: [VPC_DOMAIN],
    ...platformFields(platform),
    ...(exec === undefined || exec.value === undefined ? {} : { executeCommand: exec.value }),
    ...(connect?.value === undefined ? {} : { serviceConnect: connect.value }),
    ...(volume === undefined ? {} : { volumes: { data: volume } }),
    ...(workload.uses.length === 0 ? {} : { uses: workload.uses }),
    ...(monitored ? { runtimeMonitoring: true } : {}),
    ...(where.fips ? { fips: true } : {}),
    ...(workload.roles === "created" ? { taskRoleStatements: ROLE_STATEMENTS } : {}),
  };
  return {
    value,
    needs: [
      ...derived.map((need) => (where.fips ? inFipsMode(need) : need)),
      ...workload.uses.map((service): Need => ({ service })),
    ],
    labels: [
      ...containers.flatMap(({ labels }) => labels),
      ...(exec?.labels ?? ["exec: off"]),
      ...(connect?.labels ?? ["connect: off"]),
      ...(monitored ? ["runtime monitoring"] : []),
      ...(where.fips ? ["fips"] : []),
      ...workload.uses.map((service) => `uses: ${service}`),
      `platform: ${platform}`,
      `volume: ${volume === undefined ? "none" : workload.volume}`,
      `roles: ${workload.roles}`,
    ],
  };
}

/** Rights say what an application may call, not that it does. */
const ROLE_STATEMENTS = [{ actions: ["sns:Publish"], resources: ["*"] }];

function withPort(container: Container, index: number): Container {
  return { ...container, ports: [{ containerPort: 8080 + index, name: `port-${index}` }] };
}

function needsRouter({ containers }: Workload): boolean {
  return containers.some(({ logDriver }) => logDriver === "firelens");
}

function makeRouter(place: ContainerPlace): Pick<Part<Container>, "value" | "needs"> {
  const { repository } = place.created;
  return {
    value: {
      image: ContainerImage.ecr(repository, { tag: "router" }),
      firelens: { type: "fluentbit" },
      logDriver: LogDriver.none(),
    },
    needs: pullNeeds(place, repository.arn),
  };
}

function platformFields(platform: Workload["platform"]) {
  switch (platform) {
    case "unsaid":
      return {};
    case "arm":
      return { cpuArchitecture: "ARM64", cpu: 512, memory: 1024, ephemeralStorage: 30 } as const;
    case "windows":
      return { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } as const;
    default:
      return { platformVersion: platform } as const;
  }
}

function makeVolume({ volume }: Workload, isNew: boolean): Volume | undefined {
  switch (volume) {
    case "none":
      return undefined;
    case "efs":
      return isNew ? Volume.efs("fs-0123456789abcdef0") : undefined;
    case "efs-access-point":
      return isNew ? Volume.efs("fs-0123456789abcdef0", { accessPointId: "fsap-0a", iam: "ENABLED" }) : undefined;
    case "ebs":
      return Volume.ebs({ infrastructureRoleArn: "arn:aws:iam::123456789012:role/ebs", sizeInGb: 20 });
    case "bind":
      return Volume.bind();
  }
}
