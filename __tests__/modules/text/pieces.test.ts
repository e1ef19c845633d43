import { describe, expect, it } from "vitest";
import { piecesOf } from "../../../modules/text/pieces";

describe("piecesOf", () => {
  it("breaks a sentence between its words", () => {
    expect(piecesOf("the task is proved")).toEqual(["the", "task", "is", "proved"]);
    expect(piecesOf("")).toEqual([""]);
  });

  it.each([
    ["set |private_dns_enabled = true| on aws_vpc_endpoint.logs"],
    ['write |"awslogs-region": "eu-central-1"|, so that it stays'],
    ["|route_table_ids = [aws_route_table.a.id, aws_route_table.b.id]| in it"],
    ['whether |${join("-", [var.a, var.b])}| is one'],
    ["it is |terraform show -json plan.tfplan > plan.json| that writes it"],
    ["the answer of |aws ecs describe-task-definition --task-definition FAMILY|, the input of it"],
    ["write |private-fargate check PATH --network network.json| there"],
    ["|npm install @cdktf/hcl2json| beside it"],
  ])("leaves code whole: %s", (marked) => {
    const [code = ""] = /(?<=\|).*(?=\|)/.exec(marked) ?? [];
    const pieces = piecesOf(marked.replaceAll("|", ""));
    expect(pieces.map((piece) => piece.replace(/[,;]$/, ""))).toContain(code);
  });

  it("makes the same text again, whatever stands in it", () => {
    for (const text of ['a "b c = "d', "x = ", "${a ${b} c}", "aws  ec2 x", "${", "terraform plan\nshows it"]) {
      expect(piecesOf(text).join(" ")).toBe(text);
    }
  });

  it.each(["a.", "${", '"a": ', "a = ", "aws a b ", "npm x -", "npm x ."])(
    "takes no time for a text of %j alone",
    (part) => {
      const start = performance.now();
      expect(piecesOf(part.repeat(20_000)).join(" ")).toBe(part.repeat(20_000));
      expect(performance.now() - start).toBeLessThan(5_000);
    },
  );
});
