import { describe, expect, it } from "vitest";
import { planned, plannedText, record } from "./recorded-terminal";

const image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1";
const ARN = "arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:7";

describe("private-fargate plan of something else than a task definition", () => {
  it.each([
    ["", "empty: there is nothing in the file", "run the command"],
    ["\n \n", "empty", "run the command"],
    [
      "\nAn error occurred (AccessDeniedException) when calling the DescribeTaskDefinition operation: no\n",
      'an error of the AWS CLI, "An error occurred (AccessDeniedException)',
      "mend that",
    ],
    ["Unable to locate credentials. You can configure credentials", "an error of the AWS CLI", "mend that"],
    ["version: '3'\nservices:\n  web:\n    image: nginx\n", "a file of Docker Compose", "container definitions"],
    ['services:\n  web:\n    image: "${IMAGE}"\n', "a file of Docker Compose", "container definitions"],
    [
      "AWSTemplateFormatVersion: 2010-09-09\nResources:\n  A:\n",
      "a template of CloudFormation without an AWS::ECS::TaskDefinition",
      "describe-task",
    ],
    ["apiVersion: apps/v1\nkind: Deployment\n", "a manifest of Kubernetes", "container definitions"],
    [
      "name: api\ntype: Load Balanced Web Service\nimage:\n  build: Dockerfile\n",
      "a manifest of AWS Copilot",
      "copilot svc package",
    ],
    ["version: 1\ntask_definition:\n  ecs_network_mode: awsvpc\n", "parameters of the ECS CLI", "describe-task"],
    ["region: eu-west-1\ntask_definition: task.jsonnet\n", "a configuration of ecspresso", "plan task.jsonnet"],
    [
      `version: 0.0\nResources:\n  - TargetService:\n      Properties:\n        TaskDefinition: "${ARN}"\n`,
      "an AppSpec of CodeDeploy",
      ARN,
    ],
    ["on: push\njobs:\n  a: {}\n", "a workflow of GitHub Actions", "the task definition that it registers"],
    ["version: 0.2\nphases:\n  build: {}\n", "a build specification of CodeBuild", "the task definition"],
    [
      "- name: register\n  community.aws.ecs_taskdefinition:\n    family: a\n    containers: []\n",
      "a playbook of Ansible",
      "for containers",
    ],
    ["- hosts: all\n  tasks: []\n", "a playbook of Ansible", "describe-task-definition"],
    [
      'resource "aws_ecs_task_definition" "a" {\n  family = "x"\n}\n',
      "a configuration of Terraform in HCL",
      "check DIREC",
    ],
    ["local image = 'x';\n{ family: 'orders' }", "Jsonnet", "jsonnet FILE"],
    ["{\n  family: 'orders-' + std.extVar('STAGE'),\n}\n", "Jsonnet", "jsonnet FILE"],
    ["module.exports = {\n  family: 'orders',\n};\n", "a module of JavaScript", "JSON.stringify(require("],
    ["import { image } from './image';\nexport const task = { image };\n", "a module of JavaScript", "JSON.stringify"],
    ["#!/bin/sh\naws ecs register-task-definition --family orders\n", 'a script, "#!/bin/sh"', "describe-task"],
    ["# Task\n\n```json\n{}\n```\n", "a page of Markdown", "three backquotes"],
    [
      "apiVersion: ecs.services.k8s.aws/v1alpha1\nkind: TaskDefinition\nspec: {containerDefinitions: []}\n",
      "a manifest of Kubernetes",
      "describe-task-definition",
    ],
    [
      "- name: note\n  set_fact: {a: b}\n- ecs_taskdefinition: {family: a}\n",
      "a playbook of Ansible",
      "for containers",
    ],
    ["- block:\n    - name: run\n      command: ls\n", "a playbook of Ansible", "for containers"],
    [`TASKDEFINITION\t${ARN}\t512\nCONTAINERDEFINITIONS\t0\n`, "the answer of the AWS CLI as text", "--output json"],
    ["-----\n|  DescribeTaskDefinition  |\n+----+\n", "the answer of the AWS CLI as text", "--output json"],
    ["name: x\nruntime: yaml\nresources: {}\n", "a program of Pulumi", "describe-task-definition"],
    ["<!DOCTYPE html><html></html>", "a page in HTML", "sign-in page"],
  ])("says what %j is, and what to do", async (text, what, next) => {
    const { exitCode, answer, error } = await record(["plan", "-"], text);
    expect({ exitCode, answer }).toEqual({ exitCode: 2, answer: "" });
    expect(error).toContain(`this is ${what}`);
    expect(error).toContain(next);
  });

  it.each([
    [{ services: [{ taskDefinition: ARN }], failures: [] }, "the answer of aws ecs describe-services", ARN],
    [{ tasks: [{ taskDefinitionArn: ARN }], failures: [] }, "the answer of aws ecs describe-tasks", ARN],
    [{ tasks: [], failures: [] }, "the answer of aws ecs describe-tasks", "--task-definition FAMILY"],
    [{ taskDefinitionArns: ["x", ARN] }, "the answer of aws ecs list-task-definitions", ARN],
    [{ taskSets: [{ taskDefinition: ARN }], failures: [] }, "the answer of aws ecs describe-task-sets", ARN],
    [
      { serviceRevisions: [{ taskDefinition: ARN }], failures: [] },
      "the answer of aws ecs describe-service-revisions",
      ARN,
    ],
    [{ serviceDeployments: [], failures: [] }, "the answer of aws ecs describe-service-deployments", "FAMILY"],
    [{ capacityProviders: [], failures: [] }, "the answer of aws ecs describe-capacity-providers", "FAMILY"],
    [{ containerInstances: [], failures: [] }, "the answer of aws ecs describe-container-instances", "FAMILY"],
    [{ containerInstanceArns: [] }, "the answer of aws ecs list-container-instances", "list-tasks"],
    [{ families: ["orders"] }, "the answer of aws ecs list-task-definition-families", "FAMILY"],
    [{ clusters: [], failures: [] }, "the answer of aws ecs describe-clusters", "list-services"],
    [{ serviceArns: [] }, "the answer of aws ecs list-services", "describe-services"],
    [{ TaskARN: "x", Containers: [] }, "metadata of a running task", "FAMILY:REVISION"],
    [{ format_version: "1.2", planned_values: {} }, "a plan or a state of Terraform", "private-fargate check FILE"],
    [{ resource: {} }, "a configuration of Terraform in JSON", "private-fargate check FILE"],
    [{ Resources: {} }, "a template of CloudFormation without an AWS::ECS::TaskDefinition", "describe-task-definition"],
    [{ services: { web: {} } }, "a file of Docker Compose", "container definitions"],
    [{ serviceName: "api", taskDefinition: "orders:7" }, "a service or a task", "--task-definition orders:7 |"],
    [{ serviceName: "api", taskDefinition: "<TASK_DEFINITION>" }, "a service or a task", "--task-definition FAMILY |"],
    [
      { serviceName: "api", taskDefinition: "{{ env `NAME` }}-api" },
      "a service or a task",
      "--task-definition FAMILY |",
    ],
    [{ desiredCount: 1, networkConfiguration: {} }, "a service or a task", "--task-definition FAMILY |"],
    [{ taskArn: "x", taskDefinitionArn: ARN }, "a service or a task", ARN],
    [{ "detail-type": "ECS Task State Change", detail: { taskDefinitionArn: ARN } }, "an event", ARN],
    [
      { jobDefinitionName: "a", containerProperties: { image } },
      "a job definition of AWS Batch",
      "containerProperties",
    ],
    [{ StartAt: "Run", States: {} }, "a state machine of Step Functions", "describe-task-definition"],
    [[{ name: "api", imageUri: image }], "imagedefinitions.json of a pipeline", "the task definition"],
    [{ ImageURI: image }, "imageDetail.json of a pipeline", "the task definition"],
    [{ name: "api", task_definition: ARN }, "a service or a task", ARN],
  ])("says what %j is, and what to do", async (json, what, next) => {
    const { exitCode, error } = await record(["plan", "-"], JSON.stringify(json));
    expect(exitCode).toBe(2);
    expect(error).toContain(`this is ${what}`);
    expect(error).toContain(next);
  });

  it.each([
    ["- name: look\n  shell: ls\n- name: run\n  command: ls\n", "nothing in it is a container definition"],
    ["- {id: E1, message: x}\n- {id: E2, message: y}\n", "nothing in it is a container definition"],
  ])("does not take any list for one of containers: %j", async (text, problem) => {
    const { exitCode, error } = await record(["plan", "-"], text);
    expect(exitCode).toBe(2);
    expect(error).toContain(problem);
    expect(error).not.toContain("name is missing");
  });

  it("says that a container without a name has none", async () => {
    const { services, issues } = await planned({ image, cpu: 256, essential: true });
    expect(services).toEqual(["s3", "ecr.api", "ecr.dkr"]);
    expect(issues).toEqual([expect.objectContaining({ code: "field-missing" })]);
  });

  it.each([
    [{ name: "api", image }],
    [{ taskDefinition: JSON.stringify({ family: "orders", containerDefinitions: [{ name: "api", image }] }) }],
  ])("reads what is one in another form: %j", async (json) => {
    const { services } = await planned(json);
    expect(services).toEqual(["s3", "ecr.api", "ecr.dkr"]);
  });

  it.each<[string, (definition: object, other: object) => unknown]>([
    ["the answer of aws ecs delete-task-definitions", (a, b) => ({ taskDefinitions: [a, b], failures: [] })],
    ["a task definition for each of some names", (a, b) => ({ orders: a, worker: b })],
    ["answers for each of some stages", (a, b) => ({ dev: { taskDefinition: a }, prod: { taskDefinition: b } })],
    ["outputs of Terraform", (a, b) => ({ a: { value: a, type: "object" }, b: { value: b, type: "object" } })],
  ])("reads the task definitions deeper in an object: %s", async (_name, wrap) => {
    const definition = (family: string, repository: string) => ({
      family,
      containerDefinitions: [{ name: "api", image: repository }],
    });
    const { tasks, services, issues } = await planned(wrap(definition("orders", image), definition("worker", "nginx")));
    expect(tasks.map(({ family }) => family)).toEqual(["orders", "worker"]);
    expect(services).toEqual(["s3", "ecr.api", "ecr.dkr"]);
    const [unreachable] = issues.filter(({ code }) => code === "registry-unreachable");
    expect(unreachable?.path).toMatch(/^(?:taskDefinitions\[1\]|worker|prod\.taskDefinition|b\.value)\.containerDefin/);
  });

  it.each([
    ["as a loop over commands prints them", "\n"],
    ["without anything between them", ""],
  ])("reads several documents in JSON, %s", async (_name, between) => {
    const documents = ["orders", "worker"].map((family) => ({
      taskDefinition: { family, containerDefinitions: [{ name: "api", image }] },
    }));
    const text = documents.map((each) => JSON.stringify(each, undefined, 1)).join(between);
    const { tasks, services } = await plannedText(text);
    expect(tasks.map(({ family }) => family)).toEqual(["orders", "worker"]);
    expect(services).toEqual(["s3", "ecr.api", "ecr.dkr"]);
  });

  it.each([
    ["utf16be with a mark", (text: string) => Buffer.from(`\uFEFF${text}`, "utf16le").swap16()],
    ["utf16be without one", (text: string) => Buffer.from(text, "utf16le").swap16()],
    ["utf16le without one", (text: string) => Buffer.from(text, "utf16le")],
  ])("reads %s", async (_name, encode) => {
    const { exitCode } = await record(["plan", "-"], encode(JSON.stringify([{ name: "api", image }])));
    expect(exitCode).toBe(0);
  });
});
