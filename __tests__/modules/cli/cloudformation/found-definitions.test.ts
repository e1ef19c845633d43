import { describe, expect, it } from "vitest";
import { plannedText, record } from "../recorded-terminal";

const TEMPLATE = `AWSTemplateFormatVersion: 2010-09-09
Parameters:
  Tag: {Type: String, Default: "1.0"}
  Given: {Type: String}
Resources:
  Repo: {Type: AWS::ECR::Repository}
  Secret: {Type: AWS::SecretsManager::Secret}
  Name: {Type: AWS::SSM::Parameter}
  Group: {Type: AWS::Logs::LogGroup}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: !Sub "\${AWS::StackName}-api"
      NetworkMode: awsvpc
      RequiresCompatibilities: [FARGATE]
      Cpu: 512
      Memory: 1024
      ExecutionRoleArn: !GetAtt Role.Arn
      TaskRoleArn: !Ref Given
      RuntimePlatform: {OperatingSystemFamily: LINUX, CpuArchitecture: ARM64}
      EphemeralStorage: {SizeInGiB: 30}
      Volumes:
        - Name: data
          EFSVolumeConfiguration:
            FilesystemId: fs-0123456789abcdef0
            RootDirectory: /
            TransitEncryption: ENABLED
            AuthorizationConfig: {AccessPointId: !Ref Point, IAM: ENABLED}
      ContainerDefinitions:
        - Name: app
          Image: !Sub "\${Repo.RepositoryUri}:\${Tag}"
          Essential: yes
          Command: [serve, 8080]
          Environment: [{Name: PORT, Value: 8080}, {Name: DEBUG, Value: false}]
          PortMappings: [{ContainerPort: "8080"}]
          MountPoints: [{SourceVolume: data, ContainerPath: /data}]
          DockerLabels: {Team: a}
          LogConfiguration:
            LogDriver: awslogs
            Options:
              awslogs-group: !Ref Group
              awslogs-region: !Ref AWS::Region
              awslogs-stream-prefix: app
              awslogs-create-group: true
          Secrets:
            - {Name: A, ValueFrom: !Ref Secret}
            - {Name: B, ValueFrom: !Sub "\${Secret}:password::"}
            - {Name: C, ValueFrom: !Ref Name}
`;

const E = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1";

/** The same task in as few lines as there can be. */
const task = (container: string, fields = "") => `Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      NetworkMode: awsvpc
      Cpu: "256"
      Memory: "512"
      ExecutionRoleArn: !Ref Role
      TaskRoleArn: !Ref Role
${fields}      ContainerDefinitions:
        - Name: app
${container}`;

describe("private-fargate plan of a template of CloudFormation", () => {
  it("plans for the task definition in it, with places as the template has them", async () => {
    const { exitCode, services, endpoints, issues, tasks } = await plannedText(TEMPLATE, "--region", "eu-west-1");
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ["efs-mount-target", "Resources.Task.Properties.Volumes[0]"],
    ]);
    expect({ exitCode, services }).toEqual({
      exitCode: 0,
      services: ["s3", "ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm"],
    });
    expect(tasks.map(({ family }) => family)).toEqual(["${AWS::StackName}-api"]);
    const container = "Resources.Task.Properties.ContainerDefinitions[0]";
    expect(endpoints.map(({ reasons }) => reasons.map(({ source }) => source))).toEqual([
      [`${container}.Image`],
      [`${container}.Image`],
      [`${container}.Image`],
      [`${container}.LogConfiguration`],
      [`${container}.Secrets[0].ValueFrom`, `${container}.Secrets[1].ValueFrom`],
      [`${container}.Secrets[2].ValueFrom`],
    ]);
  });

  it("reads what CDK writes: JSON with Fn::Join and Fn::Sub", async () => {
    const image = { "Fn::Sub": "${AWS::AccountId}.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/cdk-assets:0a1b" };
    const joined = ["", ["123456789012.dkr.ecr.", { Ref: "AWS::Region" }, ".", { Ref: "AWS::URLSuffix" }, "/x:1"]];
    const properties = {
      NetworkMode: "awsvpc",
      Cpu: "256",
      Memory: "512",
      ExecutionRoleArn: { "Fn::GetAtt": ["Role", "Arn"] },
      TaskRoleArn: { "Fn::GetAtt": ["Role", "Arn"] },
      ContainerDefinitions: [
        { Name: "a", Image: image, Essential: true },
        { Name: "b", Image: { "Fn::Join": joined }, Essential: true },
      ],
    };
    const template = { Resources: { Task: { Type: "AWS::ECS::TaskDefinition", Properties: properties } } };
    const { exitCode, services, issues } = await plannedText(JSON.stringify(template));
    expect({ exitCode, services, issues }).toEqual({ exitCode: 0, services: ["s3", "ecr.api", "ecr.dkr"], issues: [] });
  });

  it.each([
    ["a block of properties", `Properties:\n  ContainerDefinitions:\n    - {Name: a, Image: "${E}"}\n`],
    ["a resource", `Type: AWS::ECS::TaskDefinition\nProperties:\n  ContainerDefinitions: [{Name: a, Image: "${E}"}]\n`],
    ["properties", `ContainerDefinitions:\n  - {Name: a, Image: "${E}"}\n`],
    ["a list of containers", `- {Name: a, Image: "${E}"}\n`],
    ["a container", `Name: a\nImage: ${E}\n`],
    [
      "a resource by its name",
      `Task:\n  Type: AWS::ECS::TaskDefinition\n  Properties:\n    ContainerDefinitions: [{Name: a, Image: !Sub "${E}"}]\n`,
    ],
    [
      "a file of the Serverless Framework",
      `service: x\nresources:\n  Resources:\n    Task:\n      Type: AWS::ECS::TaskDefinition\n      Properties:\n        ContainerDefinitions: [{Name: a, Image: "${E}"}]\n`,
    ],
    [
      "a loop",
      `Resources:\n  Fn::ForEach::Tasks:\n    - X\n    - [A, B]\n    - Task\${X}:\n        Type: AWS::ECS::TaskDefinition\n        Properties:\n          ContainerDefinitions: [{Name: a, Image: "${E}"}]\n`,
    ],
  ])("reads a part of one: %s", async (_name, text) => {
    expect((await plannedText(text)).services).toEqual(["s3", "ecr.api", "ecr.dkr"]);
  });

  it("plans for all task definitions of a template together", async () => {
    const two = `Resources:\n${["Api", "Worker"]
      .map(
        (name) =>
          `  ${name}:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      ContainerDefinitions: [{Name: a, Image: "${E}"}]\n`,
      )
      .join("")}`;
    const { tasks, endpoints, issues } = await plannedText(two);
    expect(tasks.map(({ family }) => family)).toEqual(["Api", "Worker"]);
    expect(endpoints.map(({ service, reasons }) => [service, ...reasons.map(({ source }) => source)])).toEqual(
      ["s3", "ecr.api", "ecr.dkr"].map((service) => [
        service,
        "Resources.Api.Properties.ContainerDefinitions[0].Image",
        "Resources.Worker.Properties.ContainerDefinitions[0].Image",
      ]),
    );
    expect(issues.map(({ path }) => path)).toContain("Resources.Worker.Properties");
  });

  it.each([
    ["as an object", (template: object) => template],
    ["as a text, as it is of YAML", (template: object) => JSON.stringify(template, null, 2)],
  ])("reads the answer of aws cloudformation get-template, the template %s", async (_name, body) => {
    const properties = { ContainerDefinitions: [{ Name: "a", Image: E }] };
    const template = { Resources: { Task: { Type: "AWS::ECS::TaskDefinition", Properties: properties } } };
    const { services, endpoints } = await plannedText(JSON.stringify({ TemplateBody: body(template) }));
    expect(services).toEqual(["s3", "ecr.api", "ecr.dkr"]);
    expect(endpoints[0]?.reasons[0]?.source).toBe("Resources.Task.Properties.ContainerDefinitions[0].Image");
  });

  it("plans for all task definitions of a list together, in any of their forms", async () => {
    const [ecs, properties, described] = [
      { family: "a", containerDefinitions: [{ name: "a", image: E }] },
      { Family: "b", ContainerDefinitions: [{ Name: "b", Image: E }] },
      { taskDefinition: { family: "c", containerDefinitions: [{ name: "c", image: E }] } },
    ];
    const { tasks, endpoints, issues } = await plannedText(JSON.stringify([ecs, properties, described]));
    expect(tasks.map(({ family }) => family)).toEqual(["a", "b", "c"]);
    expect(endpoints[0]?.reasons.map(({ source }) => source)).toEqual([
      "[0].containerDefinitions[0].image",
      "[1].ContainerDefinitions[0].Image",
      "[2].taskDefinition.containerDefinitions[0].image",
    ]);
    expect(issues.map(({ code }) => code)).not.toContain("field-missing");
  });

  it("answers for the definitions that can be read, and says which cannot", async () => {
    const { exitCode, services, issues } = await plannedText(
      `${task(`          Image: "${E}"\n`)}  Other:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      Family: x\n`,
    );
    expect({ exitCode, services }).toEqual({ exitCode: 1, services: ["s3", "ecr.api", "ecr.dkr"] });
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ["not-a-task-definition", "Resources.Other.Properties"],
    ]);
  });

  it.each([
    ["          Image: !Ref Image\n", "image-registry-unknown", "Image"],
    [
      `          Image: "${E}"\n          Secrets: [{Name: A, ValueFrom: !Ref Given}]\n`,
      "secret-source-unknown",
      "Secrets[0].ValueFrom",
    ],
    [
      `          Image: "${E}"\n          LogConfiguration: {LogDriver: !If [c, awslogs, awsfirelens]}\n`,
      "log-driver-unresolved",
      "LogConfiguration.LogDriver",
    ],
    [`          Image: "${E}"\n          Secrets: !Split [",", !Ref X]\n`, "field-unresolved", "Secrets"],
  ])("leaves unknown what only a deployment knows: %j", async (container, code, path) => {
    const { exitCode, issues } = await plannedText(task(container));
    expect(exitCode).toBe(0);
    expect(issues.map((each) => [each.code, each.path])).toEqual([
      [code, `Resources.Task.Properties.ContainerDefinitions[0].${path}`],
    ]);
  });

  it.each([
    ["          Image: nginx:1\n", "registry-unreachable", "ContainerDefinitions[0].Image"],
    [
      `          Image: "${E}"\n          LinuxParameters: {MaxSwap: 5}\n`,
      "field-refused",
      "ContainerDefinitions[0].LinuxParameters.MaxSwap",
    ],
    [
      `          Image: "${E}"\n          PortMappings: [{ContainerPort: x}]\n`,
      "field-type-wrong",
      "ContainerDefinitions[0].PortMappings[0].ContainerPort",
    ],
    [
      `          Image: "${E}"\n        - !If [c, {Name: b, Image: "nginx:1"}, !Ref AWS::NoValue]\n`,
      "registry-unreachable",
      'ContainerDefinitions[1]["Fn::If"][1].Image',
    ],
  ])("names the place of what is wrong in the spelling of the template: %j", async (container, code, path) => {
    const { issues } = await plannedText(task(container));
    expect(issues.map((each) => [each.code, each.path])).toEqual([[code, `Resources.Task.Properties.${path}`]]);
  });

  it("names the fields of CloudFormation where one is missing", async () => {
    const { issues } = await plannedText(task(`          Image: "${E}"\n          Secrets: [{Name: A}]\n`));
    expect(issues).toMatchObject([{ code: "field-missing", problem: "ValueFrom is missing" }]);
  });

  it("keeps an option of the command line as a place", async () => {
    const { endpoints } = await plannedText(task(`          Image: "${E}"\n`), "--uses", "sqs");
    expect(endpoints.find(({ service }) => service === "sqs")?.reasons[0]?.source).toMatch(/^--uses/);
  });

  it("cannot use a template whose definitions are all filled in later", async () => {
    const { exitCode, error } = await record(
      ["plan", "-"],
      "Resources:\n  T:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      ContainerDefinitions: !Ref X\n",
    );
    expect(exitCode).toBe(2);
    expect(error).toContain("containers-unresolved: line 5, Resources.T.Properties.ContainerDefinitions: ");
  });
});

describe("what to type in a template", () => {
  it("is spelled as its properties are, and in ECS's JSON as before", async () => {
    const container = { Name: "app", Image: "nginx", PortMappings: [{ ContainerPort: 80, HostPort: 81 }] };
    const template = {
      Resources: { Task: { Type: "AWS::ECS::TaskDefinition", Properties: { ContainerDefinitions: [container] } } },
    };
    const inTemplate = await plannedText(JSON.stringify(template));
    expect(inTemplate.issues.map(({ fix }) => fix)).toEqual(
      expect.arrayContaining(["leave HostPort out, or write 80", expect.stringContaining('write "Image": "')]),
    );
    const mapping = { containerPort: 80, hostPort: 81 };
    const plain = await plannedText(JSON.stringify([{ name: "app", image: "nginx", portMappings: [mapping] }]));
    expect(plain.issues.map(({ fix }) => fix)).toContain("leave hostPort out, or write 80");
  });
});
