import { expect, it } from "vitest";
import { yamlDecoder } from "../../../modules/cli/yaml-decoder";
import { temporaryDirectory, writeFile } from "../../support/temporary-directory";
import { record } from "./recorded-terminal";

it("reads one document, and says why it reads no other", async () => {
  const decode = await yamlDecoder();
  expect(decode("a: [1, yes]\nb: &b { c: true }\nd: *b")).toEqual({
    value: { a: [1, "yes"], b: { c: true }, d: { c: true } },
  });
  expect(decode("")).toEqual({ value: null });
  expect(decode("a: 1\n---\nb: 2")).toEqual({ because: "a text that yamldecode(…) is given has several documents" });
  expect(decode("a: 1\na: 2")).toEqual({ because: "a text that yamldecode(…) is given has a twice" });
  expect(decode("a: [")).toEqual({
    because: expect.stringContaining("a text that yamldecode(…) is given is no YAML: "),
  });
});

it("reads the YAML of a configuration, in which a template may put what only an apply knows", async () => {
  const folder = temporaryDirectory();
  writeFile(folder, "network.yaml.tftpl", "subnet: ${subnet}\nname: net-${subnet}\ncounts: { a: 2 }\n");
  writeFile(
    folder,
    "main.tf.json",
    JSON.stringify({
      locals: { file: '${yamldecode(templatefile("network.yaml.tftpl", { subnet = aws_subnet.a.id }))}' },
      resource: {
        aws_vpc: { main: { cidr_block: "10.0.0.0/16" } },
        aws_subnet: { a: { vpc_id: "${aws_vpc.main.id}", cidr_block: "10.0.0.0/24" } },
        aws_ecs_task_definition: {
          web: { family: "web", requires_compatibilities: ["FARGATE"], container_definitions: "[]" },
        },
        aws_ecs_service: {
          web: {
            count: "${local.file.counts.a}",
            name: "web",
            task_definition: "${aws_ecs_task_definition.web.arn}",
            launch_type: "FARGATE",
            network_configuration: { subnets: ["${local.file.subnet}"] },
          },
        },
      },
    }),
  );
  const { answer } = await record(["check", folder, "--format", "json"]);
  expect(answer).toContain("aws_ecs_service.web[1]");
  expect(answer).not.toContain("yamldecode");
});
