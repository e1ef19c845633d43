import { app, awslogs, IMAGE, registered, TASK_ROLE, type WorkingTask } from "./working-task";

/** What `aws ecs describe-task-definition` adds to what was registered. */
const OUTPUT = {
  taskDefinitionArn: "arn:aws:ecs:eu-west-1:111122223333:task-definition/app:42",
  revision: 42,
  status: "ACTIVE",
  requiresAttributes: [
    { name: "ecs.capability.execution-role-awslogs" },
    { name: "com.amazonaws.ecs.capability.ecr-auth" },
  ],
  placementConstraints: [],
  compatibilities: ["EC2", "FARGATE"],
  registeredAt: "2026-03-01T10:00:00.000000+01:00",
  registeredBy: "arn:aws:iam::111122223333:user/deployer",
  volumes: [],
};

/** Documents as AWS's own tools, Terraform and people write them. */
export const SHAPES: readonly WorkingTask[] = [
  {
    name: "the input of register-task-definition",
    document: registered({}, app(awslogs())),
    services: `${IMAGE} logs`,
  },
  {
    name: "the output of describe-task-definition",
    document: {
      taskDefinition: {
        ...registered(
          {},
          app({
            cpu: 0,
            portMappings: [],
            environment: [],
            mountPoints: [],
            volumesFrom: [],
            systemControls: [],
            ...awslogs(),
          }),
        ),
        ...OUTPUT,
      },
      tags: [],
    },
    services: `${IMAGE} logs`,
  },
  { name: "its inner object", document: { ...registered({}), ...OUTPUT }, services: IMAGE },
  { name: "a list of containers", document: [app(awslogs())], services: `${IMAGE} logs` },
  { name: "one container", document: app(), services: IMAGE },
  { name: "numbers for CPU and memory", document: registered({ cpu: 512, memory: 1024 }), services: IMAGE },
  { name: "units for CPU and memory", document: registered({ cpu: "1 vCPU", memory: "3 GB" }), services: IMAGE },
  { name: "the largest size", document: registered({ cpu: "16384", memory: "122880" }), services: IMAGE },
  {
    name: "empty and null fields",
    document: registered(
      { taskRoleArn: null, volumes: [], proxyConfiguration: null, inferenceAccelerators: [] },
      app({
        command: [],
        entryPoint: null,
        links: [],
        dnsServers: [],
        extraHosts: [],
        privileged: false,
        dockerSecurityOptions: [],
      }),
    ),
    services: IMAGE,
  },
  {
    name: "both compatibilities",
    document: registered({ requiresCompatibilities: ["EC2", "FARGATE"] }),
    services: IMAGE,
  },
  {
    name: "tags and a family with all its letters",
    document: registered({ family: "My_app-2", tags: [{ key: "team", value: "orders" }] }),
    services: IMAGE,
  },
  {
    name: "a web container with everything that the console offers",
    document: registered(
      {
        taskRoleArn: TASK_ROLE,
        runtimePlatform: { cpuArchitecture: "X86_64", operatingSystemFamily: "LINUX" },
        ephemeralStorage: { sizeInGiB: 60 },
      },
      app({
        portMappings: [{ containerPort: 80, hostPort: 80, protocol: "tcp", name: "http", appProtocol: "http" }],
        environment: [{ name: "A", value: "" }],
        healthCheck: {
          command: ["CMD-SHELL", "curl -f http://localhost/ || exit 1"],
          interval: 30,
          timeout: 5,
          retries: 3,
          startPeriod: 10,
        },
        ulimits: [{ name: "nofile", softLimit: 65535, hardLimit: 65535 }],
        linuxParameters: {
          initProcessEnabled: true,
          capabilities: { add: ["SYS_PTRACE"], drop: ["ALL"] },
          tmpfs: [{ containerPath: "/tmp", size: 64 }],
        },
        readonlyRootFilesystem: true,
        user: "1000:1000",
        workingDirectory: "/srv",
        stopTimeout: 120,
        startTimeout: 60,
        memoryReservation: 512,
        dockerLabels: { a: "b" },
        restartPolicy: { enabled: true, restartAttemptPeriod: 60 },
        versionConsistency: "enabled",
        ...awslogs({
          mode: "non-blocking",
          "max-buffer-size": "25m",
          "awslogs-create-group": "true",
          "awslogs-multiline-pattern": "^\\d",
        }),
      }),
    ),
    services: `${IMAGE} logs`,
  },
  { name: "shared process ids", document: registered({ pidMode: "task" }), services: IMAGE },
  { name: "fault injection", document: registered({ enableFaultInjection: true }), services: IMAGE },
];

/** Where tasks run. */
export const PLATFORMS: readonly WorkingTask[] = [
  {
    name: "ARM64",
    document: registered({ runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" } }),
    services: IMAGE,
  },
  {
    name: "Windows with an image in ECR",
    document: registered(
      {
        cpu: "2048",
        memory: "4096",
        runtimePlatform: { cpuArchitecture: "X86_64", operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" },
      },
      app(awslogs()),
    ),
    services: `${IMAGE} logs`,
  },
  {
    name: "Windows of 2019",
    document: registered({
      cpu: "4096",
      memory: "8192",
      runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2019_FULL" },
    }),
    services: IMAGE,
  },
  {
    name: "a platform without its architecture",
    document: registered({ runtimePlatform: { operatingSystemFamily: "LINUX" } }),
    services: IMAGE,
  },
  {
    name: "China",
    document: registered(
      { executionRoleArn: "arn:aws-cn:iam::111122223333:role/execution" },
      { name: "app", image: "111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn/app:1" },
    ),
    options: ["--region", "cn-north-1"],
    services: IMAGE,
  },
  {
    name: "FIPS mode",
    document: registered(
      { executionRoleArn: "arn:aws:iam::111122223333:role/execution" },
      { name: "app", image: "111122223333.dkr.ecr-fips.us-east-1.amazonaws.com/app:1" },
    ),
    options: ["--region", "us-east-1", "--fips"],
    services: "ecr-fips.api ecr-fips.dkr s3",
  },
];
