import { describe, expect, it } from "vitest";
import { escaped, idOf, rounded, wordFor } from "../../../modules/drawing/svg-text";

describe("text in an SVG", () => {
  it("is no markup, and has no character that XML refuses", () => {
    expect(escaped(`<a b="c">&]]>\u0000\ud800\ud83d\ude00`)).toBe(
      "&lt;a b=&quot;c&quot;&gt;&amp;]]&gt;\ufffd\ufffd\ud83d\ude00",
    );
  });

  it("has ids of addresses, two for two", () => {
    expect(idOf("n", 'module.a["x"].aws_subnet.b')).toMatch(/^n-[A-Za-z0-9._-]+$/);
    const addresses = ["a_b", "a.b", "a-b", "a b", 'a["b"]', "a/b", "a_5f_b"];
    expect(new Set(addresses.map((address) => idOf("n", address))).size).toBe(addresses.length);
  });

  it("has numbers of one decimal", () => {
    expect([1 / 3, 2, 0.05].map(rounded)).toEqual(["0.3", "2", "0.1"]);
  });

  it("has a word for a text, the same for the same", () => {
    expect(wordFor("aws_vpc.main")).toBe(wordFor("aws_vpc.main"));
    expect(wordFor("aws_vpc.main")).not.toBe(wordFor("aws_vpc.other"));
  });
});
