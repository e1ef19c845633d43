import { describe, expect, it } from "vitest";
import { checkShape } from "../../../modules/shapes/check-shape";
import {
  anything,
  atLeast,
  count,
  either,
  flag,
  list,
  listOrExpression,
  made,
  number,
  object,
  record,
  required,
  text,
} from "../../../modules/shapes/shape";

const CONTAINER = object({
  image: required(anything("image")),
  environment: record(text("info"), "LOG_LEVEL"),
  tty: flag,
});
const SERVICE = object({
  name: required(text("orders")),
  size: count(2),
  load: number(0.5),
  containers: record(CONTAINER, "app"),
  subnets: list(text("private-a")),
  command: listOrExpression(text("start")),
  layout: either(made("shared()"), list(text("private-a"))),
  call: either(
    object({ service: required(text("api")), port: count(8080) }),
    object({ peer: required(text("sg-0a")), port: required(count(5432)) }),
  ),
  role: either(atLeast({ arn: required(text("arn:aws:…")) }, "{ arn: role.arn }"), object({ name: text("orders") })),
});

const found = (value: unknown) =>
  [...checkShape(value, SERVICE)].map(({ code, path = "", problem, fix }) => `${code} ${path}: ${problem}; ${fix}`);

describe("checkShape", () => {
  it.each([
    ["what must be given", { name: "orders" }],
    [
      "everything",
      {
        name: "orders",
        size: 0,
        load: 0.5,
        containers: { a: { image: {}, environment: { A: "" }, tty: false } },
        subnets: [],
        layout: () => [],
        role: { arn: "arn:aws:iam::123456789012:role/x", node: {} },
      },
    ],
    ["properties that are undefined, as if they were left out", { name: "orders", sizes: undefined, size: undefined }],
    [
      "what Terraform fills in, wherever it stands",
      {
        name: "${TfToken[TOKEN.1]}",
        size: -1.8881545897087503e289,
        containers: { resolve: () => ({}) },
        subnets: ["#{TfToken[TOKEN.2]}"],
        command: "${var.command}",
        role: { name: { resolve: () => "orders" } },
      },
    ],
    [
      "members of a construct that it has from its class",
      {
        name: "orders",
        role: new (class {
          get arn() {
            return "arn:aws:iam::123456789012:role/x";
          }
        })(),
      },
    ],
  ])("takes %s", (_what, value) => {
    expect(found(value)).toEqual([]);
  });

  it.each([
    ["a property that is missing", {}, 'property-missing name: name is missing; write name: "orders"'],
    ["null in its place", { name: null }, 'property-malformed name: null is not a text; write name: "orders"'],
    [
      "a letter in another case",
      { name: "a", subNets: [] },
      'property-unknown subNets: there is no property "subNets"; write subnets',
    ],
    [
      "a name that is like no other",
      { name: "a", x: 1 },
      'property-unknown x: there is no property "x"; leave it out; there are name, size, load, containers, subnets, command, layout, call, role',
    ],
    ["a number for a text", { name: 1 }, 'property-malformed name: 1 is not a text; write name: "1"'],
    [
      "less than none",
      { name: "a", size: -1 },
      "property-malformed size: -1 is not a whole number, zero or more; write size: 2",
    ],
    [
      "a part of one",
      { name: "a", size: 1.5 },
      "property-malformed size: 1.5 is not a whole number, zero or more; write size: 2",
    ],
    [
      "what is no number",
      { name: "a", load: Number.NaN },
      "property-malformed load: NaN is not a number; write load: 0.5",
    ],
    [
      "a list for an object",
      { name: "a", containers: [] },
      "property-malformed containers: [] is not an object; write containers: { app: { image: image } }",
    ],
    [
      "a text for a list",
      { name: "a", subnets: "private-a" },
      'property-malformed subnets: "private-a" is not a list; write subnets: ["private-a"]',
    ],
    [
      "an item of another kind",
      { name: "a", subnets: [true] },
      'property-malformed subnets[0]: true is not a text; write "true"',
    ],
    [
      "a name deep in it",
      { name: "a", containers: { "my-app": { image: {}, enviroment: {} } } },
      'property-unknown containers.my-app.enviroment: there is no property "enviroment"; write environment',
    ],
    [
      "a text that is no expression",
      { name: "a", command: "start" },
      'property-malformed command: "start" is not what can stand here; write command: ["start"]',
    ],
    [
      "none of several",
      { name: "a", layout: "shared" },
      'property-malformed layout: "shared" is not what can stand here; write layout: shared()',
    ],
    [
      "the closest of several",
      { name: "a", role: { nam: "x" } },
      'property-missing role.arn: arn is missing; write arn: "arn:aws:…"',
    ],
    [
      "a function for a text",
      { name: () => "a" },
      'property-malformed name: a function is not a text; write name: "orders"',
    ],
  ])("finds %s", (_what, value, line) => {
    expect(found(value)).toEqual([line]);
  });

  it("takes for meant, of several that fit alike, the one of which most is there", () => {
    expect(found({ name: "a", call: { group: "sg-0a", port: 5432 } })).toEqual([
      'property-missing call.peer: peer is missing; write peer: "sg-0a"',
      'property-unknown call.group: there is no property "group"; leave it out; there are peer, port',
    ]);
  });

  it("finds everything at once", () => {
    expect(found({ size: "2", subnets: {} })).toHaveLength(3);
  });

  it.each([undefined, null, 1, "x", [], true])("takes no %s for the whole", (value) => {
    expect(found(value)).toEqual([
      expect.stringMatching(/^property-malformed : .+ is not an object; write \{ name: "orders" \}$/),
    ]);
  });

  it("shows a value in a circle, and a long one, by its beginning", () => {
    const circle: Record<string, unknown> = {};
    circle["self"] = circle;
    expect(found({ name: circle })).toEqual(['property-malformed name: an object is not a text; write name: "orders"']);
    expect(found({ name: ["x".repeat(500)] })[0]?.length).toBeLessThan(150);
  });
});
