import { describe, expect, it } from "vitest";
import { html } from "../../../modules/html-report/html";

describe("html", () => {
  it.each([
    ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
    [`" onfocus="alert(1)' autofocus`, "&quot; onfocus=&quot;alert(1)&#39; autofocus"],
    ["</title></style>]]><!--", "&lt;/title&gt;&lt;/style&gt;]]&gt;&lt;!--"],
    ["&lt;b&gt; & more", "&amp;lt;b&amp;gt; &amp; more"],
    ["a\u0000b\u0007c", "a\uFFFDb\uFFFDc"],
  ])("leaves a text a text: %j", (text, expected) => {
    expect(html`<b title="${text}">${text}</b>`.text).toBe(`<b title="${expected}">${expected}</b>`);
  });

  it("takes markup as it is, lists one by one, and nothing for nothing", () => {
    expect(html`${["a", 1, [html`<i>${"<"}</i>`]]}${undefined}.`.text).toBe("a1<i>&lt;</i>.");
  });

  it("escapes what is escaped already, so that nothing is shown as something else", () => {
    expect(html`${"&amp;"}`.text).toBe("&amp;amp;");
  });
});
