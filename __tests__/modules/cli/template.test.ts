import { describe, expect, it } from "vitest";
import { DocumentSyntaxError } from "../../../modules/cli/document-syntax-error";
import { parseJson, parseJsonDocuments } from "../../../modules/cli/parse-json";
import { planned, record } from "./recorded-terminal";

const read = (text: string) => parseJsonDocuments(text)[0]?.value;

describe("a template for JSON", () => {
  it.each([
    ['[{"port": ${port}}]', [{ port: "${port}" }]],
    ['[{"port": ${tonumber(var.ports["api"]) + 1}, "a": 1}]', [{ port: '${tonumber(var.ports["api"]) + 1}', a: 1 }]],
    ['{"port": $PORT, "cpu": <CPU>, "memory": %MEMORY%}', { port: "$PORT", cpu: "<CPU>", memory: "%MEMORY%" }],
    ['{"port": {{ port }}, "a": PORT}', { port: "{{ port }}", a: "PORT" }],
    ['{"image": "${lookup(var.images, "api")}:1"}', { image: '${lookup(var.images, "api")}:1' }],
    ['{"image": "{{ env["IMAGE"] }}"}', { image: '{{ env["IMAGE"] }}' }],
    ["[${jsonencode(var.sidecar)}, 1]", ["${jsonencode(var.sidecar)}", 1]],
    ['[%{ for name in names ~}{"name": "${name}"},%{ endfor ~}]', [{ name: "${name}" }]],
    ["[1 %{ if more }, 2 %{ else }, 3 %{ endif }]", [1, 2, 3]],
    ['[{% for x in xs %}{"a": 1}{% if not loop.last %},{% endif %}{% endfor %}]', [{ a: 1 }]],
    ['{"a": 1, %{ if b }"b": 2,%{ endif } "c": 3}', { a: 1, b: 2, c: 3 }],
    ['{%{ if a }"a": 1%{ else }"a": 2%{ endif }}', { a: "%{ else }" }],
    ['{%{ if a }"a": 1%{ else }"a": 1%{ endif }}', { a: 1 }],
    ['{"a": 1, ${extra}}', { a: 1, "${extra}": "${extra}" }],
    ["${jsonencode([1])}", "${jsonencode([1])}"],
    ['{"a": {{{ a }}}, "b": <%= b["c"] > 1 ? 2 : 3 %>}', { a: "{{{ a }}}", b: '<%= b["c"] > 1 ? 2 : 3 %>' }],
    ['{"a": "<%= env["A"] %>:1", "b": "{{ .Tag }}"}', { a: '<%= env["A"] %>:1', b: "{{ .Tag }}" }],
    ['{{{- if .A }}"a": 1,{{ else if .B -}}"a": 1,{{ end }}"b": {{ .B }}}', { a: 1, b: "{{ .B }}" }],
    ["{{ $x := .A }}[{{ range $i, $e := .X }}{{ if $i }},{{ end }}{{ $e }}{{ end }}]", ["{{ $e }}"]],
    ["[{{#each xs}}1{{#unless @last}},{{/unless}}{{/each}}{{! more }}]", [1]],
    ['{<% if a %>"a": 1,<% end -%><%# more %>"b": 2}', { a: 1, b: 2 }],
    ['{"a": {{ range(3) | tojson }}, "b": {{ end_date }}}', { a: "{{ range(3) | tojson }}", b: "{{ end_date }}" }],
  ])("%s is read", (text, value) => {
    expect(read(text)).toEqual(value);
  });

  it("is JSON where the text is JSON", () => {
    expect(read('["${a", "b}", "%{ x"]')).toEqual(["${a", "b}", "%{ x"]);
  });

  it.each(['{"a": ${b}, "c"}', "[${a} ${b}]", '{"a": {{ b }', '{"a": 1,} // ${b}'])(
    "%s is malformed all the same",
    (text) => {
      expect(() => read(text)).toThrow(DocumentSyntaxError);
    },
  );

  it("names the line of a value below directives", () => {
    const [document] = parseJsonDocuments('[\n%{ for a in b }\n{"port": ${a}}\n%{ endfor }\n]');
    expect(document?.lineOf("[0].port")).toBe(3);
  });

  it("names the line of a value in a document that follows another", () => {
    const [first, second] = parseJsonDocuments('{"a": 1}\n{\n"a": 2}');
    expect([first?.value, second?.value]).toEqual([{ a: 1 }, { a: 2 }]);
    expect([first?.lineOf("a"), second?.lineOf(""), second?.lineOf("a")]).toEqual([1, 2, 3]);
  });

  it.each(["{}, {}", "{} 1", "{}\n}", '{} "a": {}'])("is malformed where no document follows the first: %s", (text) => {
    expect(() => read(text)).toThrow(DocumentSyntaxError);
  });

  it("is none for who reads JSON only", () => {
    expect(() => parseJson("[${a}]")).toThrow(DocumentSyntaxError);
  });

  it.each(["${", "%{", "{{", "[{", "{%", "<%", "{{#", "{{if x"])("takes long texts of %s in a moment", (part) => {
    expect(() => read(part.repeat(20_000))).toThrow(DocumentSyntaxError);
  });
});

describe("private-fargate plan of a template", () => {
  it("reads numbers and directives", async () => {
    const text = `[
      {"name": "app", "image": "\${repository}:\${tag}", "cpu": \${cpu}, "portMappings": [{"containerPort": \${port}}],
       "secrets": [%{ for name, arn in secrets ~}{"name": "\${name}", "valueFrom": "arn:aws:ssm:\${region}:\${account}:parameter/\${name}"},%{ endfor ~}]}
      %{ if sidecar }, {"name": "sidecar", "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/sidecar:1"}%{ endif }
    ]`;
    const { exitCode, answer } = await record(["plan", "-", "--format", "json"], text);
    const plan: { endpoints: { service: string }[]; issues: { code: string }[] } = JSON.parse(answer);
    expect(exitCode).toBe(0);
    expect(plan.endpoints.map(({ service }) => service)).toEqual(["s3", "ecr.api", "ecr.dkr", "ssm"]);
    expect(plan.issues.map(({ code }) => code)).toEqual(["image-registry-unknown"]);
  });

  it("says that the whole is an expression", async () => {
    const { exitCode, error } = await record(["plan", "-"], "${jsonencode(local.containers)}");
    expect(exitCode).toBe(2);
    expect(error).toContain("containers-unresolved");
  });

  it("is a note where a container is an expression as a whole", async () => {
    const container = { name: "app", image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1" };
    const { exitCode, issues } = await planned([container, "${sidecar}"]);
    expect(exitCode).toBe(0);
    expect(issues).toMatchObject([{ code: "field-unresolved", path: "[1]" }]);
  });
});

describe("containers in branches of a template", () => {
  const E = "111122223333.dkr.ecr.eu-west-1.amazonaws.com";
  const container = (more: string) =>
    `{"name": "app", "image": "${E}/app:1", "cpu": 256, "portMappings": [{"containerPort": 80}]${more}}`;
  const secret = ', "secrets": [{"name": "A", "valueFrom": "/a"}]';
  const task = (containers: string) =>
    `{"family": "app", "networkMode": "awsvpc", "requiresCompatibilities": ["FARGATE"], "cpu": "256", "memory": "512",
      "executionRoleArn": "arn:aws:iam::111122223333:role/execution", "containerDefinitions": [${containers}]}`;
  const plan = async (text: string) => {
    const { answer } = await record(["plan", "-", "--format", "json"], text);
    const { endpoints, issues }: Awaited<ReturnType<typeof planned>> = JSON.parse(answer);
    return {
      services: endpoints.map(({ service }) => service),
      errors: issues.filter(({ severity }) => severity === "error").map(({ code }) => code),
    };
  };

  it.each([
    ["Terraform", `%{ if debug }${container(secret)}%{ else }${container("")}%{ endif }`],
    [
      "Jinja",
      `{% if debug %}${container(secret)}{% elif other %}${container("")},{% else %}${container("")}{% endif %}`,
    ],
    [
      "Go",
      `{{ if .Debug }}${container(secret)}{{- else if .Other }}${container("")}{{ else }}${container("")}{{ end }}`,
    ],
    ["Handlebars", `{{#debug}}${container(secret)}{{/debug}}{{^debug}}${container("")}{{/debug}}`],
    ["ERB", `<% if debug %>${container(secret)}<% else %>${container("")}<% end %>`],
    ["Terraform, with trimmed space", `%{~ if debug ~}${container("")}%{~ else ~}${container(secret)}%{~ endif ~}`],
  ])("may have one name, and what each calls counts: %s", async (_, containers) => {
    expect(await plan(task(containers))).toEqual({ services: ["s3", "ecr.api", "ecr.dkr", "ssm"], errors: [] });
  });

  it("have names of their own where there are no branches", async () => {
    const { errors } = await plan(task(`%{ for a in b }${container("")}%{ endfor }, ${container("")}`));
    expect(errors).toContain("container-name-duplicate");
  });
});
