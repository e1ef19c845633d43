import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkAsHtml } from "../../modules/cli/check-as-html";
import { proveReading, readDocuments } from "../../modules/reachability/prove-reachability";
import { browserPath, startBrowser } from "../support/browser";
import { FOCUSED, HEADING_LEVELS, LOW_CONTRASTS, SIDEWAYS } from "../support/page-facts";

const SAMPLES = resolve(__dirname, "../../docs/samples");
const BROKEN = readFileSync(join(SAMPLES, "isolated.tf.json"), "utf8");
const TEXTS = {
  broken: BROKEN,
  proved: BROKEN.replace('"private_dns_enabled": false', '"private_dns_enabled": true'),
  unknown: readFileSync(join(SAMPLES, "service.tf.json"), "utf8"),
};
const VERDICTS = ["broken", "proved", "unknown"] as const;
type Verdict = (typeof VERDICTS)[number];

const executable = browserPath();
const isRequired = process.env["E2E"] === "required";
const INSTALL = "there is no Chromium in the PATH; write apt-get install chromium";
if (executable === undefined && !isRequired) console.warn(`Skipped: the page in a browser. ${INSTALL}`);

describe.skipIf(executable === undefined && !isRequired)("the page of check --format html in a browser", () => {
  let home: string;
  let browser: Browser | undefined;

  beforeAll(async () => {
    if (executable === undefined) throw new Error(INSTALL);
    home = mkdtempSync(join(tmpdir(), "report-page-"));
    for (const verdict of VERDICTS) {
      const reading = readDocuments([JSON.parse(TEXTS[verdict])]);
      writeFileSync(join(home, `${verdict}.html`), checkAsHtml(proveReading(reading), reading));
    }
    browser = await startBrowser(executable);
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    if (home !== undefined) rmSync(home, { recursive: true });
  });

  /** Opens a page, and closes it after what is done with it. */
  async function withPage(verdict: Verdict, options: BrowserContextOptions, use: (page: Page) => Promise<void>) {
    if (browser === undefined) throw new Error("the browser has not started");
    const context = await browser.newContext({ viewport: { width: 1100, height: 800 }, ...options });
    try {
      const page = await context.newPage();
      const seen: string[] = [];
      page.on("console", (message) => seen.push(message.text()));
      page.on("pageerror", ({ message }) => seen.push(message));
      page.on("request", (request) => seen.push(request.url()));
      const url = `file://${home}/${verdict}.html`;
      await page.goto(url);
      await use(page);
      // Nothing is asked for but the page, and nothing is complained of.
      expect(seen).toEqual([url]);
    } finally {
      await context.close();
    }
  }

  it.each(VERDICTS)(
    "says first that the network is %s, with headings in order and tables that have captions",
    (verdict) =>
      withPage(verdict, { javaScriptEnabled: true }, async (page) => {
        expect(await page.title()).toMatch(new RegExp(`^${verdict}: `));
        expect(await page.locator("h1").innerText()).toContain(verdict);
        const levels: number[] = await page.evaluate(HEADING_LEVELS);
        expect(levels.filter((level) => level === 1)).toHaveLength(1);
        for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
        for (const landmark of ["header", "nav", "main", "footer"])
          expect(await page.locator(landmark).count()).toBe(1);
        expect(await page.locator("table:not(:has(caption))").count()).toBe(0);
      }),
  );

  it.each(VERDICTS)("has no text of little contrast in light or in the dark: %s", async (verdict) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await withPage(verdict, { colorScheme }, async (page) => {
        const { count, low }: { count: number; low: string[] } = await page.evaluate(LOW_CONTRASTS);
        expect(count).toBeGreaterThan(50);
        expect(low).toEqual([]);
      });
    }
  });

  it.each(VERDICTS)("does not scroll sideways on a phone: %s", async (verdict) => {
    await withPage(verdict, { viewport: { width: 360, height: 740 } }, async (page) => {
      expect(await page.evaluate(SIDEWAYS)).toBeLessThanOrEqual(0);
      const closed = page.locator("details:not([open]) > summary");
      while ((await closed.count()) > 0) await closed.first().click();
      expect(await page.evaluate(SIDEWAYS)).toBeLessThanOrEqual(0);
    });
  });

  it("can be read by keyboard: past the contents, and into the hops of a call", () =>
    withPage("proved", {}, async (page) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(FOCUSED)).toContain('class="skip"');
      await page.keyboard.press("Enter");
      expect(await page.evaluate(FOCUSED)).toContain("<main");
      // A picture comes before the calls.
      for (let steps = 0; steps < 5; steps++) {
        await page.keyboard.press("Tab");
        if (String(await page.evaluate(FOCUSED)).startsWith("<summary")) break;
      }
      const call = page.locator("details.call").first();
      expect(await call.locator("li").first().isVisible()).toBe(false);
      await page.keyboard.press("Enter");
      expect(await call.locator("li").first().isVisible()).toBe(true);
    }));

  it("can be read without script, and leads from a call to what to do", () =>
    withPage("broken", { javaScriptEnabled: false }, async (page) => {
      await page.locator("details[open] a").first().click();
      expect(page.url()).toMatch(/#finding-1$/);
      expect(await page.locator("#finding-1").innerText()).toContain("private_dns_enabled = true");
    }));
});
