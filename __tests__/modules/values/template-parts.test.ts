import { describe, expect, it } from "vitest";
import { templateParts } from "../../../modules/values/template-parts";

describe("the parts of a text that Terraform may fill in", () => {
  it.each([
    ["", []],
    ["plain", [{ text: "plain" }]],
    ["${var.a}", [{ text: "${var.a}", opening: "${" }]],
    ["a-${var.a}/b", [{ text: "a-" }, { text: "${var.a}", opening: "${" }, { text: "/b" }]],
    [
      "${a}${b}",
      [
        { text: "${a}", opening: "${" },
        { text: "${b}", opening: "${" },
      ],
    ],
    ["x${ {for k, v in m : k => v}[0] }", [{ text: "x" }, { text: "${ {for k, v in m : k => v}[0] }", opening: "${" }]],
    ["%{ if a }b", [{ text: "%{ if a }", opening: "%{" }, { text: "b" }]],
    ["a${never closed", [{ text: "a" }, { text: "${never closed", opening: "${" }]],
    ["100% {x} $y", [{ text: "100% {x} $y" }]],
  ])("%s", (text, parts) => {
    expect(templateParts(text)).toEqual(parts);
  });
});
