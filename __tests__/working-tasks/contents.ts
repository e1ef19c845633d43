import { app, awslogs, ECR, IMAGE, registered, TASK_ROLE, type WorkingTask } from "./working-task";

const SECRET = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/db-AbCdEf";
const PARAMETER = "arn:aws:ssm:eu-west-1:111122223333:parameter/prod/token";
const secret = (valueFrom: string) => registered({}, app({ secrets: [{ name: "VALUE", valueFrom }] }));

/** Images, and secrets. */
export const IMAGES_AND_SECRETS: readonly WorkingTask[] = [
  {
    name: "an image by its digest",
    document: registered({}, app({ image: `${ECR}/app@sha256:${"0a".repeat(32)}` })),
    services: IMAGE,
  },
  {
    name: "an image in a nested repository, without a tag",
    document: registered({}, app({ image: `${ECR}/team/app.web/api_v2` })),
    services: IMAGE,
  },
  {
    name: "a tag and a digest",
    document: registered({}, app({ image: `${ECR}/app:1@sha256:${"1b".repeat(32)}` })),
    services: IMAGE,
  },
  {
    name: "an image of another account",
    document: registered({}, app({ image: "999999999999.dkr.ecr.eu-west-1.amazonaws.com/base:2" })),
    services: IMAGE,
  },
  {
    name: "an image of Docker Hub, with a NAT gateway",
    document: registered({}, app({ image: "nginx:1.27-alpine", ...awslogs() })),
    options: ["--subnet-has-nat"],
    services: "logs",
  },
  {
    name: "public images of ECR, with a NAT gateway",
    document: registered({}, app({ image: "public.ecr.aws/nginx/nginx:stable" }), app({ name: "side" })),
    options: ["--subnet-has-nat"],
    services: IMAGE,
  },
  {
    name: "a registry of the company, which is in the network",
    document: registered(
      {},
      app({ image: "registry.corp.example:5000/app:1", repositoryCredentials: { credentialsParameter: SECRET } }),
    ),
    options: ["--reachable-host", "registry.corp.example"],
    services: "secretsmanager",
  },
  { name: "a whole secret", document: secret(SECRET), services: `${IMAGE} secretsmanager` },
  { name: "a key of a secret", document: secret(`${SECRET}:password::`), services: `${IMAGE} secretsmanager` },
  {
    name: "a key and a version's stage",
    document: secret(`${SECRET}:password:AWSPREVIOUS:`),
    services: `${IMAGE} secretsmanager`,
  },
  {
    name: "a version's id",
    document: secret(`${SECRET}:::9d4cb84b-ad69-40c0-a0ab-cead36b967e8`),
    services: `${IMAGE} secretsmanager`,
  },
  {
    name: "a secret by an ARN without the characters at its end",
    document: secret("arn:aws:secretsmanager:eu-west-1:111122223333:secret:plain"),
    services: `${IMAGE} secretsmanager`,
  },
  { name: "a parameter by its ARN", document: secret(PARAMETER), services: `${IMAGE} ssm` },
  { name: "a parameter by its path", document: secret("/prod/token"), services: `${IMAGE} ssm` },
  { name: "a parameter by its name", document: secret("token"), services: `${IMAGE} ssm` },
  { name: "a version of a parameter", document: secret(`${PARAMETER}:3`), services: `${IMAGE} ssm` },
  {
    name: "thirty secrets of one JSON",
    document: registered(
      {},
      app({
        secrets: Array.from({ length: 30 }, (_, index) => ({
          name: `KEY_${index}`,
          valueFrom: `${SECRET}:key${index}::`,
        })),
      }),
    ),
    services: `${IMAGE} secretsmanager`,
  },
  {
    name: "a file of variables in S3",
    document: registered({}, app({ environmentFiles: [{ type: "s3", value: "arn:aws:s3:::config/prod.env" }] })),
    services: IMAGE,
  },
];

/** Volumes. */
export const VOLUMES: readonly WorkingTask[] = [
  {
    name: "an empty volume between containers",
    document: registered(
      { volumes: [{ name: "shared", host: {} }] },
      app({ mountPoints: [{ sourceVolume: "shared", containerPath: "/shared" }] }),
      app({ name: "writer", essential: false, volumesFrom: [{ sourceContainer: "app", readOnly: true }] }),
    ),
    services: IMAGE,
  },
  {
    name: "EFS with an access point and IAM",
    document: registered(
      {
        taskRoleArn: TASK_ROLE,
        volumes: [
          {
            name: "data",
            efsVolumeConfiguration: {
              fileSystemId: "fs-0123456789abcdef0",
              rootDirectory: "/",
              transitEncryption: "ENABLED",
              authorizationConfig: { accessPointId: "fsap-0123456789abcdef0", iam: "ENABLED" },
            },
          },
        ],
      },
      app({ mountPoints: [{ sourceVolume: "data", containerPath: "/data", readOnly: true }] }),
    ),
    services: IMAGE,
  },
  {
    name: "plain EFS",
    document: registered(
      { volumes: [{ name: "d", efsVolumeConfiguration: { fileSystemId: "fs-0123456789abcdef0" } }] },
      app({ mountPoints: [{ sourceVolume: "d", containerPath: "/d" }] }),
    ),
    services: IMAGE,
  },
  {
    name: "EBS that is attached when the task starts",
    document: registered(
      { volumes: [{ name: "ebs", configuredAtLaunch: true }] },
      app({ mountPoints: [{ sourceVolume: "ebs", containerPath: "/ebs" }] }),
    ),
    services: IMAGE,
  },
  {
    name: "S3 Files",
    document: registered(
      {
        taskRoleArn: TASK_ROLE,
        volumes: [
          {
            name: "s",
            s3filesVolumeConfiguration: {
              fileSystemArn: "arn:aws:s3files:eu-west-1:111122223333:file-system/fs-0123456789abcdef0",
            },
          },
        ],
      },
      app({ mountPoints: [{ sourceVolume: "s", containerPath: "/s" }] }),
    ),
    services: IMAGE,
  },
];
