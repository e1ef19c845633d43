import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plannedText, record } from "./recorded-terminal";

const E = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1";

const DEFINITION = `# what aws ecs register-task-definition --cli-input-yaml takes
family: orders
networkMode: awsvpc
requiresCompatibilities: [FARGATE]
cpu: "256"
memory: "512"
executionRoleArn: arn:aws:iam::123456789012:role/execution
taskRoleArn: arn:aws:iam::123456789012:role/task
containerDefinitions:
  - name: api
    image: ${E}
    essential: true
    environment: &environment
      - {name: MODE, value: "yes"}
    portMappings:
      - containerPort: 8080
    logConfiguration: &logs
      logDriver: awslogs
      options:
        awslogs-group: /orders
        awslogs-region: eu-west-1
        awslogs-stream-prefix: api
  - name: worker
    image: ${E}
    environment: *environment
    logConfiguration:
      <<: *logs
    secrets:
      - name: TOKEN
        valueFrom: arn:aws:secretsmanager:eu-west-1:123456789012:secret:token-AbCdEf
`;

describe("private-fargate plan of YAML", () => {
  it("reads a task definition, with aliases and merge keys", async () => {
    const { exitCode, services, endpoints, issues } = await plannedText(DEFINITION);
    expect({ exitCode, services, issues }).toEqual({
      exitCode: 0,
      services: ["s3", "ecr.api", "ecr.dkr", "logs", "secretsmanager"],
      issues: [],
    });
    expect(endpoints.at(-1)?.reasons[0]?.source).toBe("containerDefinitions[1].secrets[0].valueFrom");
  });

  it.each(["// ours", "/* ours **/", "// ours\n/* **** */ // theirs"])(
    "does not take JSON behind a comment for YAML: %j",
    async (comment) => {
      const { exitCode, error } = await record(["plan", "-"], `${comment}\n{ "containerDefinitions": [] }`);
      expect(exitCode).toBe(2);
      expect(error).toContain('json-malformed: line 1: "/" stands where a value is expected');
      expect(error).toContain("no comments");
    },
  );

  it.each([
    ["the answer of describe-task-definition", `taskDefinition:\n  containerDefinitions: [{name: a, image: "${E}"}]\n`],
    ["attributes of Terraform", `container_definitions: '[{"name": "a", "image": "${E}"}]'\n`],
    ["a list of containers", `- name: a\n  image: ${E}\n`],
    ["a list in one line", `- {name: a, image: "${E}"}\n`],
    ["a container", `name: a\nimage: ${E}\n`],
    ["braces without quotation marks", `{containerDefinitions: [{name: a, image: "${E}"}]}\n`],
    ["a document with its marks", `%YAML 1.2\n---\n- {name: a, image: "${E}"}\n...\n`],
  ])("reads every form that JSON has: %s", async (_name, text) => {
    expect((await plannedText(text)).services).toEqual(["s3", "ecr.api", "ecr.dkr"]);
  });

  it("plans for several documents together", async () => {
    const { tasks, services, issues } = await plannedText(
      `${DEFINITION}---\nfamily: other\ncontainerDefinitions: [{name: a, image: "nginx:1"}]\n`,
    );
    expect(tasks.map(({ family }) => family)).toEqual(["orders", "other"]);
    expect(services).toEqual(["s3", "ecr.api", "ecr.dkr", "logs", "secretsmanager"]);
    expect(issues).toContainEqual(expect.objectContaining({ task: "other", code: "registry-unreachable" }));
  });

  it("reads a template for YAML, and leaves unknown what is filled in", async () => {
    const { exitCode, services, issues } = await plannedText(
      `${DEFINITION.replace("family: orders", "family: {{ family }}").replace(/:1\n/, ":{{ tag }}\n")}\n`,
    );
    expect({ exitCode, services, issues }).toMatchObject({
      exitCode: 0,
      services: ["s3", "ecr.api", "ecr.dkr", "logs", "secretsmanager"],
      issues: [],
    });
  });

  it.each([
    ["Handlebars", "{{#each apps}}", "{{/each}}", "{{{ name }}}"],
    ["ERB", "<% apps.each do |app| %>", "<% end %>", "<%= app[:name] %>"],
    ["Go", "{{ range .Apps }}", "{{ end }}", "{{ .Name }}"],
  ])("reads the directives of %s", async (_name, begin, end, name) => {
    const { exitCode, services } = await plannedText(
      `family: ${name}\n  ${begin}\n  ${end}\ncontainerDefinitions:\n${begin}\n  - name: ${name}\n    image: ${E}\n${end}\n`,
    );
    expect({ exitCode, services }).toEqual({ exitCode: 1, services: ["s3", "ecr.api", "ecr.dkr"] });
  });

  it.each([
    ["containerDefinitions:\n  - name: a\n    image: b: c\n", "yaml-malformed: line 3, column 12: "],
    ["family: a\ncontainerDefinitions:\n\t- name: a\n", "yaml-malformed: line 3, column 1: "],
    ['{"containerDefinitions": [\n{"name": "api",}]}', "json-malformed: line 2, containerDefinitions[0]: "],
    ["containers: []\n", "not-a-task-definition: line 1: there is neither containerDefinitions"],
    ["family: a\ncontainerDefinitions: 1\n", "not-a-task-definition: line 2, containerDefinitions: "],
  ])("cannot use %j, and says where", async (text, message) => {
    const { exitCode, answer, error } = await record(["plan", "-"], text);
    expect({ exitCode, answer }).toEqual({ exitCode: 2, answer: "" });
    expect(error).toContain(message);
  });

  it("bears any YAML in any place: it answers, or says what is wrong", { timeout: 60_000 }, async () => {
    const scalar = fc.oneof(
      fc.constantFrom(
        "!Ref X",
        "!Sub ${A}",
        "!If [a, b, c]",
        "*x",
        "&x y",
        "{{ a }}",
        "{% if a %}",
        "<<",
        "~",
        "yes",
        "|",
        "- ",
        "? a",
        "%{ if }",
        "@",
        "[",
        "{",
        "}",
        "AWS::NoValue",
        E,
      ),
      fc.string({ maxLength: 8 }),
    );
    const line = fc.tuple(
      fc.constantFrom("", "  ", "    ", "  - ", "\t"),
      fc.constantFrom(
        "Resources",
        "T",
        "Type",
        "Properties",
        "ContainerDefinitions",
        "containerDefinitions",
        "Name",
        "Image",
        "name",
        "image",
        "Fn::If",
        "<<",
      ),
      scalar,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
        const text = lines.map(([indent, name, value]) => `${indent}${name}: ${value}`).join("\n");
        const { exitCode, answer, error } = await record(["plan", "-"], text);
        expect(exitCode === 2 ? error : answer).not.toBe("");
      }),
      { numRuns: Number(process.env["FC_RUNS"] ?? 300), seed: Number(process.env["FC_SEED"] ?? 1) },
    );
  });

  it("bears any argument of any function of CloudFormation", { timeout: 60_000 }, async () => {
    const names = ["Ref", "GetAtt", "Sub", "Join", "Split", "Select", "FindInMap", "If", "ImportValue", "Transform"];
    const call = fc
      .tuple(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 3 }))
      .map(([name, argument]) => ({ [name === "Ref" ? name : `Fn::${name}`]: argument }));
    const place = fc.constantFrom(
      "Family",
      "Cpu",
      "Volumes",
      "ContainerDefinitions",
      "Image",
      "Secrets",
      "Environment",
    );
    await fc.assert(
      fc.asyncProperty(place, call, async (name, value) => {
        const container = { Name: "a", Image: E, ...(/^[ISE]/.test(name) ? { [name]: value } : {}) };
        const properties = { ContainerDefinitions: [container], [name]: value };
        const template = { Resources: { T: { Type: "AWS::ECS::TaskDefinition", Properties: properties } } };
        const { exitCode, answer, error } = await record(["plan", "-"], JSON.stringify(template));
        expect(exitCode === 2 ? error : answer).not.toBe("");
      }),
      { numRuns: Number(process.env["FC_RUNS"] ?? 300), seed: Number(process.env["FC_SEED"] ?? 1) },
    );
  });
});
