import { describe, expect, it } from "vitest";
import { ARN_OF_REPOSITORY_URL } from "../../../../../modules/aws/ecr-repository-url";
import { Budget } from "../../../../../modules/reachability/terraform/expressions/budget";
import { evaluateJson } from "../../../../../modules/reachability/terraform/expressions/evaluate-expression";
import { navigate, type ValueStep } from "../../../../../modules/reachability/terraform/expressions/navigate";
import { symbolicJson } from "../../../../../modules/reachability/terraform/expressions/symbolic-text";
import type { Value } from "../../../../../modules/reachability/terraform/expressions/value";
import { joinText, literal, unknownValue } from "../../../../../modules/reachability/terraform/expressions/value";

/** Attributes of resources: ids, an ARN, a block, and in `names` the list of a data source; nothing else is known. */
const NAMES: Readonly<Record<string, Value>> = {
  id: { kind: "reference", address: "aws_vpc.a", type: "aws_vpc", attribute: "id" },
  arn: { kind: "reference", address: "aws_sqs_queue.a", type: "aws_sqs_queue", attribute: "arn" },
  list: { kind: "reference", address: "aws_vpc_endpoint.s3", type: "aws_vpc_endpoint", attribute: "prefix_list_id" },
  task: { kind: "reference", address: "aws_ecs_task_definition.web", type: "aws_ecs_task_definition", attribute: "" },
  entries: { kind: "reference", address: "aws_vpc_endpoint.s3", type: "aws_vpc_endpoint", attribute: "dns_entry" },
  block: { kind: "reference", address: "data.aws_vpc.main", type: "aws_vpc", attribute: "cidr_block" },
  bucket: joinText([
    literal("arn:aws:s3:::"),
    { kind: "reference", address: "aws_s3_bucket.a", type: "aws_s3_bucket", attribute: "bucket" },
  ]),
  url: joinText([
    { kind: "reference", address: "aws", attribute: "account" },
    literal(".dkr.ecr.eu-west-1.amazonaws.com/orders"),
  ]),
  group: joinText([
    literal("arn:aws:logs:eu-west-1:"),
    { kind: "reference", address: "aws", attribute: "account" },
    literal(":log-group:orders"),
  ]),
  names: {
    kind: "reference",
    address: "data.aws_availability_zones.all",
    type: "aws_availability_zones",
    attribute: "names",
  },
};

function evaluated(expression: string): unknown {
  const lookUp = (name: string, steps: readonly ValueStep[]) =>
    navigate(NAMES[name] ?? unknownValue(`${name} is not known`), steps);
  return symbolicJson(evaluateJson(`\${${expression}}`, { budget: new Budget(), lookUp }));
}

const ZONE = (index: number) => `\${data.aws_availability_zones.all.names[${index}]}`;

/** The ARN of a repository, as the library lets Terraform make it of the URL. */
const arnIn = (url: string) => `replace(${url}, "${ARN_OF_REPOSITORY_URL}", "arn:aws:ecr:$3:$1:repository/$4")`;
const ARN = (partition: string, place: string, name: string) => `arn:${partition}:ecr:${place}:repository/${name}`;

describe("functions", () => {
  it.each([
    // Source of what they give: the page of each at https://developer.hashicorp.com/terraform/language/functions
    ['alltrue([true, "true"])', true],
    ["anytrue([false, true])", true],
    ['basename("a/b.json")', "b.json"],
    ['dirname("a/b.json")', "a"],
    ['dirname("/a")', "/"],
    ['dirname("a")', "."],
    ['base64decode("SGVsbG8gV29ybGQ=")', "Hello World"],
    ['base64encode("é")', "w6k="],
    ["ceil(5.1)", 6],
    ['chunklist(["a", id, "c"], 2)', [["a", "${aws_vpc.a.id}"], ["c"]]],
    ['cidrhost("10.12.112.0/20", 16)', "10.12.112.16"],
    ['cidrhost("10.12.112.0/20", -1)', "10.12.127.255"],
    ['can(cidrhost("10.0.0.0/30", 4))', false],
    ['cidrnetmask("172.16.0.0/12")', "255.240.0.0"],
    ['cidrsubnet("10.0.0.0/16", 4, 15)', "10.0.240.0/20"],
    ['cidrsubnets("10.1.0.0/16", 4, 4, 8, 4)', ["10.1.0.0/20", "10.1.16.0/20", "10.1.32.0/24", "10.1.48.0/20"]],
    ['coalesce(null, "", "b")', "b"],
    ["coalesce(null, id)", "${aws_vpc.a.id}"],
    ['coalescelist([], ["c"])', ["c"]],
    ['coalescelist(null, [], ["c"])', ["c"]],
    ['try(coalescelist(null, []), "none")', "none"],
    ['compact(["a", "", null, id])', ["a", "${aws_vpc.a.id}"]],
    ['compact(split(",", lookup({ lists = list }, "lists", "")))', ["${aws_vpc_endpoint.s3.prefix_list_id}"]],
    ['compact(split(",", lookup({}, "blocks", join(",", [block]))))', ["${data.aws_vpc.main.cidr_block}"]],
    ['concat(["a"], [], ["b"])', ["a", "b"]],
    ['contains(["a", "b"], "b")', true],
    [
      'csvdecode("a,b\\n1,\\"x,\\"\\"y\\"\\"\\"\\r\\n\\n2,z\\n")',
      [
        { a: "1", b: 'x,"y"' },
        { a: "2", b: "z" },
      ],
    ],
    ['csvdecode("a,b\\n")', []],
    ['can(csvdecode("a,b\\n1"))', false],
    ['distinct(["a", "b", "a"])', ["a", "b"]],
    ['element(["a", "b"], 3)', "b"],
    ["flatten([[1, [2]], [], 3, [id]])", [1, 2, 3, "${aws_vpc.a.id}"]],
    ['format("%s-%03d%%", "a", 7)', "a-007%"],
    ['format("arn:%s/x", id)', "arn:${aws_vpc.a.id}/x"],
    ['format("%[2]s-%[1]s-%s|%5[1]s", "a", "b")', "b-a-b|    a"],
    ['format("%-4s|%x|%X|%o|%b|", "x", 255, 255, 8, 5)', "x   |ff|FF|10|101|"],
    ['format("%+d|%+05d|%05d|%-5d|", 7, 7, -7, 7)', "+7|+0007|-0007|7    |"],
    ['format("%f|%.2f|%05.1f", 1, 2.004, 3.14159)', "1.000000|2.00|003.1"],
    ['format("%05s|%5t|%5q", "ab", true, "a")', '000ab|true|  "a"'],
    ['formatlist("%s/%s", ["a", "b"], "c")', ["a/c", "b/c"]],
    ['indent(2, "a\\nb\\n\\nc")', "a\n  b\n  \n  c"],
    ['index(["a", "b"], "b")', 1],
    ['join(",", ["a", id])', "a,${aws_vpc.a.id}"],
    ['jsondecode("{\\"a\\": [1]}")', { a: [1] }],
    ["keys({ b = 1, a = 2 })", ["a", "b"]],
    ["length([id, 1])", 2],
    ["length({ a = 1 })", 1],
    ['length("abc")', 3],
    ['lookup({ a = 1 }, "a", 2)', 1],
    ['lookup({ a = 1 }, "b", 2)', 2],
    ['lookup(entries[0], "dns_name")', "${aws_vpc_endpoint.s3.dns_entry[0].dns_name}"],
    ['lower("ABC")', "abc"],
    ['matchkeys(["a", id, "c"], ["x", "y", "x"], ["y", "z"])', ["${aws_vpc.a.id}"]],
    ["log(16, 2)", 4],
    ["max(1, 3, 2)", 3],
    ["merge({ a = 1, b = id }, null, { a = 2 })", { a: 2, b: "${aws_vpc.a.id}" }],
    ["one([])", null],
    ["one([id])", "${aws_vpc.a.id}"],
    ['parseint("FF", 16)', 255],
    ['parseint("-012", 10)', -12],
    ['can(parseint("12", 2))', false],
    ["pow(3, 2)", 9],
    ["range(1, 6, 2)", [1, 3, 5]],
    ['regex("[a-z]+", "53453453.345345aaabbbccc23454")', "aaabbbccc"],
    ['regex("^([a-z]+)-(.*)$", "eu-west-1a")', ["eu", "west-1a"]],
    ['regex("^(?P<area>[a-z]+)-(?P<side>west|east)", "eu-west-1")', { area: "eu", side: "west" }],
    ['regex("(a)|(b)", "b")', [null, "b"]],
    ['can(regex("^[a-z]+$", "eu-west-1"))', false],
    ['can(regex("^(dev|prod)$", "prod"))', true],
    [
      'regexall("([a-z])=([0-9])", "a=1,b=2")',
      [
        ["a", "1"],
        ["b", "2"],
      ],
    ],
    ['length(regexall("^[a-z]{2}-", "eu-west-1a"))', 1],
    ['replace("a.b.c", ".", "$-")', "a$-b$-c"],
    ['replace("a1b22", "/[0-9]+/", "-")', "a-b-"],
    ['replace("a1b22", "/\\\\d+/", "-")', "a-b-"],
    ['replace(task.arn, "/:\\\\d+$/", "")', "${aws_ecs_task_definition.web.arn_without_revision}"],
    ['replace(task.arn, "/:[0-9]+$/", "")', "${aws_ecs_task_definition.web.arn_without_revision}"],
    ['replace(task.arn, ":${task.revision}", "")', "${aws_ecs_task_definition.web.arn_without_revision}"],
    ["reverse([1, 2])", [2, 1]],
    ["signum(-13)", -1],
    ['strrev("hello")', "olleh"],
    ["sum([10, 13, 6, 4.5])", 33.5],
    [
      'setproduct(["a"], [1, 2])',
      [
        ["a", 1],
        ["a", 2],
      ],
    ],
    ['setsubtract(["a", "b"], ["a"])', ["b"]],
    ['[for key, each in toset(["b", "a"]) : key]', ["a", "b"]],
    ['{ for key, _ in setsubtract(["b", "a"], ["a"]) : key => upper(key) }', { b: "B" }],
    ['[for key, each in setintersection(["b", "a"], ["a"]) : key]', ["a"]],
    ['[for key, each in tolist(toset(["b", "a"])) : key]', [0, 1]],
    ["[for key, each in toset([id]) : key]", ["${aws_vpc.a.id}"]],
    ['setunion(["b"], ["a", "b"])', ["a", "b"]],
    ['slice(["a", "b", "c"], 1, 3)', ["b", "c"]],
    ["slice(names, 0, 2)", [ZONE(0), ZONE(1)]],
    ["element(names, 1)", ZONE(1)],
    ["element(names, 2)", "${data.aws_availability_zones.all.names[2 % length(names)]}"],
    ['sort(["b", "a"])', ["a", "b"]],
    ["sort([id, arn])", ["${aws_vpc.a.id}", "${aws_sqs_queue.a.arn}"]],
    ["compact(concat(sort([id, arn]), [null]))", ["${aws_vpc.a.id}", "${aws_sqs_queue.a.arn}"]],
    ["length(sort([id, arn]))", 2],
    ["sort([id])[0]", "${aws_vpc.a.id}"],
    ['split(",", "a,b")', ["a", "b"]],
    ['split(",", join(",", ["a", "b", id, "c"]))', ["a", "b", "${aws_vpc.a.id}", "c"]],
    ['split(",", "a,x-${id}")', ["a", "x-${aws_vpc.a.id}"]],
    ['split(",", id)', ["${aws_vpc.a.id}"]],
    ['split("/", "${bucket}/a/b.env")', ["arn:aws:s3:::${aws_s3_bucket.a.bucket}", "a", "b.env"]],
    ['element(split(":", group), 4)', "${aws.account}"],
    [
      arnIn('"123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/team/app:1"'),
      ARN("aws", "cn-north-1:123456789012", "team/app"),
    ],
    [arnIn("url"), ARN("aws", "eu-west-1:${aws.account}", "orders")],
    ['startswith("abc", "ab")', true],
    ['startswith("arn:${id}", "arn:")', true],
    ['startswith("arn:${id}", "arn-")', false],
    ['startswith("ab", "abc")', false],
    ['startswith(arn, "arn:")', true],
    ['endswith("${id}:*", ":*")', true],
    ['endswith("${id}:*", ".*")', false],
    ['substr("hello", 1, -1)', "ello"],
    ['title("an interface of us")', "An Interface Of Us"],
    ['toset(["b", "a", "b"])', ["a", "b"]],
    ['tonumber("5")', 5],
    ["tostring(5)", "5"],
    ['transpose({ b = ["x", "y"], a = ["x"] })', { x: ["a", "b"], y: ["b"] }],
    ['trim("?!hello?!", "!?")', "hello"],
    ['trim("--", "-")', ""],
    ['trimprefix("abc", "a")', "bc"],
    ['trimprefix("/${id}/x", "/")', "${aws_vpc.a.id}/x"],
    ['trimprefix("/${id}", "x")', "/${aws_vpc.a.id}"],
    ['trimsuffix("abc", "")', "abc"],
    ['trimsuffix("${id}:*", ":*")', "${aws_vpc.a.id}"],
    ['trimspace(" a ")', "a"],
    ['upper("abc")', "ABC"],
    ['urlencode("a b/c:é~*")', "a+b%2Fc%3A%C3%A9~%2A"],
    ["values({ b = 1, a = 2 })", [2, 1]],
    ['zipmap(["a", "b"], [1, id])', { a: 1, b: "${aws_vpc.a.id}" }],
    ["try({ a = 1 }.b, [1][5], 3)", 3],
    ["try(id, 3)", "${aws_vpc.a.id}"],
    ["try(null, 3)", null],
    ["can({ a = 1 }.b)", false],
    ["can([1][0])", true],
    ["sensitive(5)", 5],
  ])("%s gives %j", (expression, expected) => {
    expect(evaluated(expression)).toEqual(expected);
  });

  it.each([
    'contains([id], "vpc-1")',
    'split(",", names)',
    'split("-", id)',
    "tolist(toset([id, arn]))[0]",
    arnIn("id"),
    'coalesce(what, "a")',
    "concat([1], what)",
    "flatten([names])",
    'format("%x", "hi")',
    'format("%.1f", 2.25)',
    'format("%e", 255)',
    "length(names)",
    "merge({ a = 1 }, what)",
    "keys({ (id) = 1 })[0]",
    "range(1000000)",
    'replace(id, "a", "b")',
    'startswith(id, "vpc-")',
    'startswith("a${id}", "ab")',
    'endswith("${id}a", "ba")',
    'trimprefix("a${id}", "ab")',
    'replace(task.arn, "/[0-9]+/", "")',
    'replace(task.arn, "/:[0-9]+$/", ":1")',
    'replace("aaa", "/(a+)+$/", "b")',
    "try(what, 1)",
    "try(names[0], 1)",
    "can(names[0])",
    'lookup({ (id) = 1 }, "a", 2)',
    'lookup(entries[0], "dns_name", "b")',
    "toset(what)",
    "nosuch(1)",
    "timestamp()",
    'matchkeys(["a"], [id], ["vpc-1"])',
    'regex("^(a+)+$", "aaa")',
    'regex("(?P<name>a)?", "aaa")',
    'regex("a", id)',
    "sum([1, what])",
    "sort([id, arn])[0]",
    "reverse(sort([id, arn])[*])[0]",
    'formatlist("%s/%s", ["a", "b"], sort([id, arn]))',
    'matchkeys(sort([id, arn]), ["a", "b"], ["a"])',
    "concat(sort([id, arn]), [])[1]",
    "[for each in sort([id, arn]) : each][0]",
    "[for at, each in sort([id, arn]) : at][0]",
    "element(reverse(sort([id, arn])), 0)",
    "slice(sort([id, arn]), 0, 1)",
    'zipmap(["a", "b"], sort([id, arn]))',
    "index(sort([id, arn]), id)",
    "sort([id, names])",
    'format("%0999999999d", 1)',
    'replace(join("", [for i in range(9999) : "aaaaaaaaaa"]), "a", join("", [for i in range(9999) : "b"]))',
    'formatlist("%s", range(20000))',
  ])("%s is not known", (expression) => {
    expect(evaluated(expression)).toBe("${?}");
  });

  it.each([
    'tolist("a")',
    'toset({ a = "b" })',
    'tomap(["a"])',
    'concat("a", ["b"])',
    'merge({}, "a")',
    'keys("a")',
    'tonumber("a")',
    'tobool("yes")',
    'tostring(["a"])',
    'slice(["a"], 0, 2)',
    'cidrsubnet("10.0.0.0/16", 17, 0)',
    'cidrsubnet("10.0.0.0/16", 2, 4)',
  ])("of %s Terraform reports an error, so that try goes on", (expression) => {
    expect(evaluated(`try(${expression}, "next")`)).toBe("next");
  });

  it.each(['concat(what, ["b"])', "tolist(what)", "tonumber(what)", "slice(what, 0, 2)", "keys(null)"])(
    "of %s it may report one, so that what try gives is not known",
    (expression) => {
      expect(evaluated(`try(${expression}, "next")`)).toBe("${?}");
    },
  );

  it("take an error in an argument for one of theirs, so that try goes on", () => {
    expect(evaluated("try(upper({}.a), 1)")).toBe(1);
    expect(evaluated("try([{}.a], 1)")).toBe(1);
    expect(evaluated('try("x-${{}.a}", 1)')).toBe(1);
  });
});
